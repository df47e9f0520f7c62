/** Before the first paint: the reader's colours, and that scripts are on. */
import { askWhetherNoted } from "../noted.ts";

askWhetherNoted();
const root = document.documentElement;
root.classList.add("js");
// in time for the first paint and no sooner: see noted.ts
requestAnimationFrame(() => {
  try {
    const theme = localStorage.getItem("kholapath/theme");
    if (theme) root.dataset.theme = theme;
  } catch {
    // a browser that keeps nothing: the device's colours are right
  }
});
