/**
 * data-verifier="/address" on a text area: asks the server what it understands of the text after a pause in the typing, and puts the answer (its element
 * with data-NAME) in the element with data-verification="NAME" of the same form, a live region. Without script a button does it.
 */
export function verifications(racine) {
  for (const zone of racine.querySelectorAll("textarea[data-verifier]")) {
    const sortie = zone.form?.querySelector(`[data-verification="${zone.name}"]`);
    if (!sortie) {
      continue;
    }
    let attente;
    let dernier = 0;
    const demander = async () => {
      const numero = ++dernier;
      if (!zone.value.trim()) {
        sortie.replaceChildren();
        return;
      }
      const codePostal = zone.form.elements.namedItem("code_postal")?.value ?? "";
      try {
        const reponse = await fetch(`${zone.dataset.verifier}?${new URLSearchParams({ texte: zone.value, codePostal })}`);
        const partie = new DOMParser().parseFromString(await reponse.text(), "text/html").querySelector(`[data-${zone.name}]`);
        if (partie && numero === dernier) {
          sortie.replaceChildren(partie);
        }
      } catch {
        // The network is away: the button still does it.
      }
    };
    zone.addEventListener("input", () => {
      clearTimeout(attente);
      attente = setTimeout(demander, 700);
    });
  }
}
