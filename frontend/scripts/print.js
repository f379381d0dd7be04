// Printing needs a script, so the button for it stands there only where there is one.
export function offerPrinting(root) {
  for (const place of root.querySelectorAll("[data-print]")) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => window.print());
  }
}
