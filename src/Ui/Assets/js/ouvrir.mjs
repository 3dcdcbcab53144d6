/**
 * data-ouvre-sur="F.Quand=autre;F.Lieu=autre,ailleurs" on a <details>: choosing one of these answers opens it, because it holds what the answer asks for. It
 * is never closed: what is in it may have been filled in. Without script it is opened by hand.
 */
export function ouvertures(racine) {
  for (const plis of racine.querySelectorAll("details[data-ouvre-sur]")) {
    const reponses = new Map(plis.dataset.ouvreSur.split(";").map((regle) => [regle.slice(0, regle.indexOf("=")), regle.slice(regle.indexOf("=") + 1).split(",")]));
    plis.closest("form")?.addEventListener("change", ({ target: champ }) => {
      if (reponses.get(champ.name)?.includes(champ.value) && (champ.checked ?? true)) {
        plis.open = true;
      }
    });
  }
}
