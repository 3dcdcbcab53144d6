/** data-numeros on a text area: the numbers of its lines beside it, for the eye only. They follow what is typed and scrolled. */
export function numeros(racine) {
  for (const zone of racine.querySelectorAll("textarea[data-numeros]")) {
    const marge = document.createElement("pre");
    marge.setAttribute("aria-hidden", "true");
    const cadre = document.createElement("div");
    cadre.className = "fa-numeros";
    zone.before(cadre);
    cadre.append(marge, zone);
    const compter = () => {
      const lignes = zone.value.split("\n").length;
      if (marge.childElementCount !== lignes) {
        marge.textContent = Array.from({ length: lignes }, (_, i) => i + 1).join("\n");
      }
      marge.style.height = `${zone.clientHeight}px`;
      marge.scrollTop = zone.scrollTop;
    };
    zone.addEventListener("input", compter);
    zone.addEventListener("scroll", compter);
    if (window.ResizeObserver) {
      new ResizeObserver(compter).observe(zone);
    }
    compter();
  }
}
