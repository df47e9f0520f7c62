/** Before the first paint: the reader's colours, and that scripts are on. */
const root = document.documentElement;
root.classList.add("js");
try {
  const theme = localStorage.getItem("kholapath/theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // a browser that keeps nothing: the device's colours are right
}
