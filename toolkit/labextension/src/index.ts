/** kholapath in JupyterLab: one plugin a feature, one folder a plugin. */

import { lessons } from "./lessons/index.ts";

export default [lessons];
