/** Says how many characters are left, to the eye at once and to a screen reader after a pause. The server checks the length anyway. */
export function comptes(racine) {
  for (const zone of racine.querySelectorAll("[data-maximum]")) {
    const texte = document.getElementById(`${zone.id}_compte`);
    if (!texte) {
      continue;
    }
    const maximum = Number(zone.dataset.maximum);
    const vocal = document.createElement("span");
    vocal.className = "fa-cache";
    vocal.setAttribute("aria-live", "polite");
    texte.after(vocal);
    let attente;
    const montrer = () => {
      const reste = maximum - zone.value.length;
      const modele = reste < 0 ? texte.dataset.trop : texte.dataset.reste;
      texte.textContent = modele.replace("{0}", Math.abs(reste).toLocaleString(document.documentElement.lang));
      texte.classList.toggle("fa-compte--depasse", reste < 0);
    };
    zone.addEventListener("input", () => {
      montrer();
      clearTimeout(attente);
      attente = setTimeout(() => {
        vocal.textContent = texte.textContent;
      }, 1000);
    });
    montrer();
  }
}
