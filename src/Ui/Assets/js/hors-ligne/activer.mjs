/** data-hl-activer: makes the keys here, tells the site the device's name, keeps the application, then what the days to come need. The code stays here. */
import { Appareil } from "./appareil.mjs";
import { fauteDeCode } from "./code.mjs";
import { lireLesMots } from "./file.mjs";
import { synchroniser } from "./synchro.mjs";

const possible = () => "serviceWorker" in navigator && "indexedDB" in window && window.isSecureContext && Boolean(crypto.subtle);

export async function activation(formulaire) {
  const mots = lireLesMots(JSON.parse(formulaire.dataset.mots));
  const page = formulaire.closest("main");
  const deja = possible() ? await Appareil.lire().catch(() => undefined) : undefined;
  if (deja === undefined) {
    page.querySelector("[data-hl-impossible]").hidden = false;
    return;
  }
  if (deja) {
    deja.base.fermer();
    page.querySelector("[data-hl-deja]").hidden = false;
    return;
  }
  const [code, encore] = [formulaire.querySelector("[data-hl-code]"), formulaire.querySelector("[data-hl-code-encore]")];
  const [erreur, etat] = [formulaire.querySelector("[data-hl-erreur]"), formulaire.querySelector("[data-hl-etat]")];
  const refuser = (phrase) => {
    erreur.textContent = phrase;
    erreur.hidden = false;
    etat.textContent = "";
    code.focus();
  };
  let enCours = false;
  formulaire.addEventListener("submit", async (evenement) => {
    const donnees = new FormData(formulaire);
    if (!donnees.get("Nom")?.trim()) {
      // The site says what is wrong with the name, as it does anywhere.
      return;
    }
    evenement.preventDefault();
    if (enCours) {
      return;
    }
    const faute = fauteDeCode(code.value, encore.value);
    if (faute) {
      refuser(mots.t(faute));
      return;
    }
    enCours = true;
    erreur.hidden = true;
    etat.textContent = mots.t("Activation");
    try {
      const appareil = await Appareil.preparer(donnees.get("Id"), code.value);
      const reponse = await fetch(formulaire.action, { method: "POST", body: new URLSearchParams(donnees), redirect: "manual" });
      if (reponse.type !== "opaqueredirect") {
        await appareil.effacer();
        const fautes = new DOMParser().parseFromString(await reponse.text(), "text/html").querySelector(".govuk-error-summary li");
        throw new Error(fautes?.textContent.trim() ?? mots.t("ActivationRatee"));
      }
      await navigator.serviceWorker.register("/service.js", { scope: "/", updateViaCache: "none" });
      await navigator.serviceWorker.ready;
      await navigator.storage?.persist?.().catch(() => false);
      await synchroniser(appareil, { version: "", parEnvoi: 1 });
      appareil.base.fermer();
      location.assign("/hors-ligne");
    } catch (e) {
      enCours = false;
      refuser(e instanceof TypeError ? mots.t("ActivationRatee") : e.message);
    }
  });
  formulaire.hidden = false;
}
