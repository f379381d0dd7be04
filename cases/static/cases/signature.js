// A field to sign in with finger or pen. Without this script the signed paper is photographed instead.
(function () {
  "use strict";

  function prepare(box) {
    var canvas = box.querySelector("[data-signature-field]");
    var state = box.querySelector("[data-signature-state]");
    var value = box.closest("form").querySelector("[data-signature-value]");
    var pen = canvas.getContext("2d");
    var drawing = false;

    function clear() {
      pen.fillStyle = "#ffffff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.strokeStyle = "#14202b";
      pen.fillStyle = "#14202b";
      pen.lineWidth = 4;
      pen.lineCap = "round";
      pen.lineJoin = "round";
    }

    function say(written) {
      state.textContent = written ? state.dataset.written : state.dataset.empty;
    }

    function place(event) {
      var frame = canvas.getBoundingClientRect();
      return [
        ((event.clientX - frame.left) * canvas.width) / frame.width,
        ((event.clientY - frame.top) * canvas.height) / frame.height,
      ];
    }

    function keep() {
      value.value = canvas.toDataURL("image/png");
      say(true);
    }

    canvas.addEventListener("pointerdown", function (event) {
      event.preventDefault();
      drawing = true;
      canvas.setPointerCapture(event.pointerId);
      var at = place(event);
      pen.beginPath();
      pen.arc(at[0], at[1], 2, 0, Math.PI * 2);
      pen.fill();
      pen.beginPath();
      pen.moveTo(at[0], at[1]);
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!drawing) return;
      var at = place(event);
      pen.lineTo(at[0], at[1]);
      pen.stroke();
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      canvas.addEventListener(name, function () {
        if (drawing) keep();
        drawing = false;
      });
    });
    box.querySelector("[data-signature-clear]").addEventListener("click", function () {
      clear();
      value.value = "";
      say(false);
    });

    box.hidden = false;
    clear();
    if (value.value) {
      // The page came back with something to mend: what was written is still there.
      var before = new Image();
      before.onload = function () {
        pen.drawImage(before, 0, 0);
      };
      before.src = value.value;
    }
    say(Boolean(value.value));
  }

  document.querySelectorAll("[data-signature]").forEach(prepare);
})();
