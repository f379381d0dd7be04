// A page whose answers are saved says so in an element with data-autosave; while something typed has not been sent
// the words in data-unsaved stand there instead.
export function showUnsaved(root) {
  for (const note of root.querySelectorAll("[data-autosave][data-unsaved]")) {
    const form = note.closest("form") || root.querySelector("form[method=post]");
    const words = note.querySelector("[data-autosave-text]");
    if (!form || !words) continue;
    form.addEventListener("input", () => {
      words.textContent = note.dataset.unsaved;
      note.dataset.autosave = "unsaved";
    }, { once: true });
  }
}
