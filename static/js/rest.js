// A clock for the rest between sets. It counts from the time of day, for a phone may sleep.

for (const place of document.querySelectorAll("[data-rest]")) {
  const [begin, end, left, voice] = ["[data-begin]", "[data-end]", "[role=timer]", "[role=status]"].map(
    (part) => place.querySelector(part),
  );
  let clock = 0;
  let screen = null;

  function stop(words) {
    clearInterval(clock);
    screen?.release().catch(() => {});
    screen = null;
    end.hidden = left.hidden = true;
    begin.hidden = false;
    if (document.activeElement === document.body) begin.focus();
    voice.textContent = words;
  }

  begin.addEventListener("click", () => {
    const over = Date.now() + Number(place.dataset.rest) * 1000;
    const tick = () => {
      const seconds = Math.ceil((over - Date.now()) / 1000);
      left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (seconds <= 0) stop(voice.dataset.over);
    };
    voice.textContent = "";
    begin.hidden = true;
    end.hidden = left.hidden = false;
    end.focus();
    tick();
    clock = setInterval(tick, 250);
    navigator.wakeLock?.request("screen").then(
      (lock) => (end.hidden ? lock.release() : (screen = lock)),
      () => {},
    );
  });
  end.addEventListener("click", () => stop(""));
  place.hidden = false;
}
