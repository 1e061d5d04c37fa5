// A button that copies the link it stands beside.

for (const place of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const link = place.parentElement.querySelector("code").textContent.trim();
  const voice = place.querySelector("[role=status]");
  place.querySelector("button").addEventListener("click", async () => {
    const said = await navigator.clipboard.writeText(link).then(() => "done", () => "failed");
    voice.textContent = voice.dataset[said];
  });
  place.hidden = false;
}
