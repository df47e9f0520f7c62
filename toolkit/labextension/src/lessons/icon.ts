/** An open book, in the theme's colour. */

import { LabIcon } from "@jupyterlab/ui-components";

const svgstr = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <g fill="none" stroke-width="1.9" stroke-linejoin="round" stroke-linecap="round">
    <path class="jp-icon3" stroke="#616161" d="M12 6.4C9.9 4.9 6.7 4.4 2.9 4.7v13.2c3.8-.3 7 .2 9.1 1.7 2.1-1.5 5.3-2 9.1-1.7V4.7c-3.8-.3-7 .2-9.1 1.7zm0 0v13.2"/>
    <path class="jp-icon3" stroke="#616161" d="M6 9.1c1.1 0 2.1.1 3 .4M6 12.9c1.1 0 2.1.1 3 .4M18 9.1c-1.1 0-2.1.1-3 .4M18 12.9c-1.1 0-2.1.1-3 .4"/>
  </g>
</svg>`;

export const bookIcon = new LabIcon({ name: "@kholapath/lab:book", svgstr });
