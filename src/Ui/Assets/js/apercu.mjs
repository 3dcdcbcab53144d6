/**
 * data-apercu on a form: after a pause in the typing, or when a file is chosen, the form is sent as its button « apercu » does, and the new preview takes
 * the place of the old one in data-apercu-sortie; faults take it too. data-apercu-etat, a status, says which. Without script the button does it.
 */
export function apercus(racine) {
  const formulaire = racine.querySelector("form[data-apercu]");
  const sortie = racine.querySelector("[data-apercu-sortie]");
  if (!formulaire || !sortie) {
    return;
  }
  const etat = racine.querySelector("[data-apercu-etat]");
  const lignes = formulaire.elements.namedItem("Echantillon");
  const fichier = formulaire.querySelector("input[type=file]");
  let attente;
  let dernier = 0;
  let fichierLu = false;
  const demander = async () => {
    if (!lignes.value && !fichier.files.length) {
      return;
    }
    const numero = ++dernier;
    const donnees = new FormData(formulaire);
    donnees.set("geste", "apercu");
    if (fichierLu) {
      // Its rows came back with the form: it isn't sent again at each pause.
      donnees.delete(fichier.name);
    }
    try {
      const reponse = await fetch(formulaire.action, { method: "POST", body: donnees, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
      const nouvelle = page.querySelector("[data-apercu-sortie]");
      if (numero !== dernier || !nouvelle) {
        return;
      }
      const ouverts = new Set([...sortie.querySelectorAll("details[open] > summary")].map((s) => s.textContent));
      const fautes = page.querySelector(".govuk-error-summary");
      if (fautes) {
        sortie.replaceChildren(fautes);
      } else {
        sortie.replaceChildren(...nouvelle.childNodes);
        lignes.value = page.querySelector(`[name=${lignes.name}]`).value;
        fichierLu = true;
        for (const resume of sortie.querySelectorAll("details > summary")) {
          resume.parentElement.open ||= ouverts.has(resume.textContent);
        }
      }
      etat.textContent = sortie.querySelector("h2")?.textContent ?? "";
    } catch {
      // The network is away: the button still does it.
    }
  };
  formulaire.addEventListener("input", (evenement) => {
    if (evenement.target.name === "Document") {
      clearTimeout(attente);
      attente = setTimeout(demander, 900);
    }
  });
  fichier.addEventListener("change", () => {
    fichierLu = false;
    demander();
  });
}
