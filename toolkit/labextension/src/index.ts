/** kholapath in JupyterLab: one folder a feature, one plugin a feature that acts. */

import "./fonts/style.css";
import { lessons } from "./lessons/index.ts";

export default [lessons];
