// The words of a file field are the browser's, in the browser's language: ours are laid under the field itself, which
// stays where it is, unseen, and takes clicks, keys and dropped files.
export function nameChosenFiles(root) {
  for (const field of root.querySelectorAll("[data-file]")) {
    const input = field.querySelector("input[type=file]");
    const face = field.querySelector(".yc-file__face");
    const name = field.querySelector(".yc-file__name");
    if (!input || !face || !name) continue;
    const show = () => {
      const files = input.files || [];
      if (files.length > 1) name.textContent = `${files.length} ${field.dataset.fileSeveral}`;
      else name.textContent = files.length ? files[0].name : field.dataset.fileNone;
      field.classList.toggle("yc-file--chosen", files.length > 0);
    };
    face.hidden = false;
    field.classList.add("yc-file--faced");
    input.addEventListener("change", show);
    window.addEventListener("pageshow", show);
  }
}
