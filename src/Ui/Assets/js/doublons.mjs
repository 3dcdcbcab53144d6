/**
 * data-doublons="?handler=…" on a form: after a pause in the typing, sends it there and puts the answer in its element data-doublons-ici, a live region. By
 * POST, since a name is never in an address. Without script the same question is asked when the form is sent.
 */
const regardes = ["Prenom", "Nom", "AnneeDeNaissance", "Telephone", "Courriel"];

export function doublons(racine) {
  for (const formulaire of racine.querySelectorAll("form[data-doublons]")) {
    const ici = formulaire.querySelector("[data-doublons-ici]");
    if (!ici) {
      continue;
    }
    let attente;
    let dernier = 0;
    const demander = async () => {
      const numero = ++dernier;
      try {
        const reponse = await fetch(formulaire.dataset.doublons, { method: "POST", body: new URLSearchParams(new FormData(formulaire)) });
        const texte = reponse.ok ? await reponse.text() : "";
        if (numero === dernier && ici.innerHTML.trim() !== texte.trim()) {
          ici.replaceChildren(...new DOMParser().parseFromString(texte, "text/html").body.childNodes);
        }
      } catch {
        // The network is away: the question is asked when the form is sent.
      }
    };
    formulaire.addEventListener("input", (evenement) => {
      if (regardes.includes(evenement.target.name)) {
        clearTimeout(attente);
        attente = setTimeout(demander, 500);
      }
    });
  }
}
