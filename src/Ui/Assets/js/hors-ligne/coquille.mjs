/** data-hl: the shell. Its words are the page's; what it shows of anybody comes from the closed box, as text, once the code is given. */
import { Appareil } from "./appareil.mjs";
import { aRevoir, dire, enAttente, lireLesMots } from "./file.mjs";
import { lireActe, lireRendezVous } from "./formulaires.mjs";
import { lireLEtat, synchroniser } from "./synchro.mjs";
import { jour } from "./temps.mjs";

const themesDuDebut = 6;

export async function coquille(racine) {
  const d = racine.dataset;
  const mots = lireLesMots(JSON.parse(d.mots));
  const fautes = JSON.parse(d.fautes);
  const reglages = { version: d.version, format: Number(d.format), jours: Number(d.jours), essais: Number(d.essais), fileMax: Number(d.fileMax), corpsMax: Number(d.corpsMax), parEnvoi: Number(d.parEnvoi) };
  const $ = (selecteur) => racine.querySelector(selecteur);
  const canal = "BroadcastChannel" in window ? new BroadcastChannel("faireavec") : null;
  const bilan = { enCours: false, dernier: null };
  let appareil = null;
  let contexte = null;

  // The screens.
  const montrer = (ecran) => {
    for (const section of racine.querySelectorAll("[data-hl-ecran]")) {
      section.hidden = section.dataset.hlEcran !== ecran;
    }
    const titre = [...racine.querySelectorAll(`[data-hl-ecran="${ecran}"] h1`)].find((h) => !h.hidden);
    titre?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  };
  const avertir = (phrase) => {
    $("[data-hl-dire]").textContent = phrase ?? "";
    $("[data-hl-dire]").hidden = !phrase;
  };
  const element = (nom, texte, classe) => {
    const e = document.createElement(nom);
    e.textContent = texte ?? "";
    if (classe) {
      e.className = classe;
    }
    return e;
  };
  const bouton = (texte, quoi, cache) => {
    const b = element("button", texte, "fa-lien");
    b.type = "button";
    if (cache) {
      b.append(element("span", ` ${cache}`, "fa-cache"));
    }
    b.addEventListener("click", quoi);
    return b;
  };
  const quand = (instant) => {
    const date = new Date(instant);
    return `${new Intl.DateTimeFormat("fr", { day: "numeric", month: "short" }).format(date)}, ${date.getHours()}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, "0")}`;
  };

  const direLEtat = () => {
    const phrases = [];
    if (bilan.enCours) {
      phrases.push(mots.t("EnvoiEnCours"));
    }
    if (appareil?.ouvert) {
      phrases.push(dire(appareil.file, mots));
    }
    const dernier = bilan.dernier;
    const [hors, connexion] = [!navigator.onLine, Boolean(dernier && !dernier.injoignable && dernier.session === false)];
    if (hors) {
      phrases.push(mots.t("HorsLigne"));
    } else if (dernier?.injoignable) {
      phrases.push(mots.t("Injoignable"));
    } else if (connexion) {
      phrases.push(mots.t("Reconnexion"));
    } else if (dernier?.phrase) {
      phrases.push(dernier.phrase);
    }
    if (appareil?.dernierEnvoi) {
      phrases.push(mots.t("DernierEnvoi", quand(appareil.dernierEnvoi)));
    }
    const texte = phrases.join(" ");
    if ($("[data-hl-etat]").textContent !== texte) {
      $("[data-hl-etat]").textContent = texte;
    }
    $("[data-hl-connexion]").hidden = hors || !connexion;
    $("[data-hl-gestes]").hidden = false;
  };

  const effacer = async (pourquoi) => {
    await appareil?.effacer();
    appareil = null;
    canal?.postMessage("efface");
    for (const liste of racine.querySelectorAll("[data-hl-liste]")) {
      liste.replaceChildren();
    }
    for (const raison of racine.querySelectorAll("[data-hl-efface]")) {
      raison.hidden = raison.dataset.hlEfface !== pourquoi;
    }
    avertir(null);
    $("[data-hl-etat]").textContent = "";
    montrer("efface");
  };

  // Sending: one at a time, what asks before the code is given included, or the end of that one would let a second begin beside the first and find the door shut.
  let [enVol, encore] = [false, false];
  const envoyer = async () => {
    if (!appareil) {
      return;
    }
    if (enVol) {
      encore = true;
      return;
    }
    if (!navigator.onLine) {
      direLEtat();
      return;
    }
    enVol = true;
    bilan.enCours = appareil.ouvert;
    direLEtat();
    let resultat;
    try {
      resultat = appareil.ouvert ? await synchroniser(appareil, reglages, () => (direLEtat(), lister())) : await verifier();
    } catch (erreur) {
      console.error(erreur);
      resultat = { injoignable: true };
    }
    enVol = bilan.enCours = false;
    if (resultat.efface) {
      await effacer("revoque");
      return;
    }
    if (!resultat.occupe) {
      bilan.dernier = resultat;
      avertir(resultat.horloge ?? (appareil.horlogeRecule ? mots.t("Horloge") : null));
    }
    if (resultat.nouvelle) {
      navigator.serviceWorker?.getRegistration?.().then((service) => service?.update()).catch(() => {});
    }
    canal?.postMessage("file");
    direLEtat();
    if (appareil.ouvert) {
      preparerLesFormulaires();
      lister();
    }
    if (encore) {
      encore = false;
      await envoyer();
    } else if (resultat.occupe && enAttente(appareil.file).length > 0) {
      // Another tab is sending: what was written here since may not be in it.
      setTimeout(envoyer, 2_000);
    }
  };
  // Before the code is given, one thing is asked: was this device taken back?
  const verifier = async () => {
    const etat = await lireLEtat(appareil, reglages.version);
    return etat ? { efface: etat.efface, session: etat.session, phrase: etat.phrase, horloge: etat.horloge, nouvelle: etat.version !== reglages.version } : { injoignable: true };
  };

  // The day.
  const ligneDeFile = (envoi) => {
    const li = element("li");
    li.append(element("span", mots.t("Ecrit", envoi.resume ?? mots.t(`Genre.${envoi.genre}`), quand(envoi.fait_le))));
    if (envoi.etat) {
      li.append(element("span", envoi.phrase, "fa-indice"));
      if (envoi.surLeSite) {
        const lien = element("a", mots.t("Voir"), "fa-lien");
        lien.href = `/hors-ligne/a-revoir/${appareil.id}/${envoi.id}`;
        li.append(lien);
      }
      li.append(
        bouton(mots.t("Renoncer"), async () => {
          if (confirm(mots.t("RenoncerSur"))) {
            await appareil.appliquer([], [envoi.numero]);
            lister();
            direLEtat();
          }
        }),
      );
    }
    return li;
  };
  const remplirBloc = (nom, lignes) => {
    $(`[data-hl-liste="${nom}"]`).replaceChildren(...lignes);
    $(`[data-hl-bloc="${nom}"]`).hidden = lignes.length === 0;
  };
  const lister = () => {
    if (!appareil?.ouvert) {
      return;
    }
    remplirBloc("a-revoir", aRevoir(appareil.file).map(ligneDeFile));
    remplirBloc("file", enAttente(appareil.file).map(ligneDeFile));
    const { lot } = appareil;
    const enFile = new Set(appareil.file.filter((e) => e.genre === "activite").map((e) => JSON.parse(e.corps).id));
    remplirBloc(
      "brouillons",
      (lot?.brouillons ?? []).filter((b) => !enFile.has(b.id)).map((b) => {
        const li = element("li");
        li.append(bouton(b.demarche ?? b.titre ?? mots.t("Brouillon"), () => ouvrirActe({ ...b, id: b.id })));
        return li;
      }),
    );
    $('[data-hl-bloc="oublie"]').hidden = Boolean(lot);
    for (const si of racine.querySelectorAll("[data-hl-si]")) {
      si.hidden = !(lot ? lot[si.dataset.hlSi] : si.dataset.hlSi === "cartes" && appareil.cartes.length > 0);
    }
    const aujourdhui = jour(appareil.maintenant);
    $('[data-hl-liste="jours"]').replaceChildren(
      ...(lot?.jours ?? []).filter((j) => j.jour >= aujourdhui || (j.jour === jour(appareil.maintenant, -1) && j.lignes.length > 0)).map((j) => {
        const section = element("section", null, "fa-jour");
        section.append(element("h2", j.titre));
        if (j.jour === aujourdhui) {
          section.firstChild.setAttribute("aria-current", "date");
        }
        if (j.lignes.length === 0) {
          section.append(element("p", mots.t("RienDePrevu"), "fa-doux"));
          return section;
        }
        const liste = element("ul", null, "fa-liste-agenda");
        liste.append(...j.lignes.map((l) => ligneDuJour(l, j)));
        section.append(liste);
        return section;
      }),
    );
  };
  const ligneDuJour = (l, j) => {
    const li = element("li", null, "fa-ligne-agenda");
    li.append(element("span", l.heures, "fa-ligne-agenda__heure"), " ", element("span", l.nature === "absence" ? mots.t("Absence") : l.quoi), " ");
    if (l.ou) {
      li.append(element("span", l.ou, "fa-indice"), " ");
    }
    if (l.nature === "absence") {
      return li;
    }
    if (l.inscrits?.length) {
      li.append(bouton(mots.t("Presences"), () => ouvrirPresence(l), l.quoi), " ");
    }
    if (l.note || appareil.file.some((e) => e.genre === "activite" && JSON.parse(e.corps).rendez_vous === l.id)) {
      li.append(element("span", mots.t("Note"), "fa-indice"));
    } else {
      li.append(bouton(mots.t("Noter"), () => ouvrirDeLaLigne(l, j), l.quoi));
    }
    return li;
  };

  // The forms.
  const modele = (nom) => $(`[data-hl-modele="${nom}"]`).content;
  let puces = 0;
  const puce = (nom, valeur, libelle, unique = false, coche = false) => {
    const copie = modele(unique ? "puce-unique" : "puce").cloneNode(true);
    const [champ, etiquette] = [copie.querySelector("input"), copie.querySelector("label") ?? copie.firstElementChild];
    const id = `hl-puce-${++puces}`;
    Object.assign(champ, { name: nom, value: valeur, id, checked: coche });
    if (etiquette.htmlFor) {
      etiquette.htmlFor = id;
    }
    // The words are the last text of the label.
    const mot = [...etiquette.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim()).pop() ?? [...etiquette.querySelectorAll("*")].filter((e) => !e.children.length && e !== champ && e.textContent.trim()).pop();
    mot.textContent = libelle;
    return copie;
  };
  const options = (nom, choix) => {
    const liste = $(`[name="${nom}"]`);
    const choisi = liste.value;
    while (liste.options.length > 1) {
      liste.remove(1);
    }
    liste.append(...choix.map((c) => new Option(c.libelle, c.valeur)));
    liste.value = choix.some((c) => c.valeur === choisi) ? choisi : "";
  };
  const personnes = () => {
    const donnees = appareil.file.filter((e) => e.genre === "carte").map((e) => JSON.parse(e.corps)).map((c) => ({ valeur: c.personne, libelle: mots.t("AvecCarte", enDeux(c.numero, 4)) }));
    return [...(appareil.lot?.personnes ?? []), ...donnees.filter((c) => !appareil.lot?.personnes.some((p) => p.valeur === c.valeur))];
  };
  const enDeux = (texte, n) => `${texte.slice(0, n)}-${texte.slice(n)}`;
  const preparerLesFormulaires = () => {
    const { lot } = appareil;
    // A form that somebody is filling in isn't touched.
    if (contexte) {
      return;
    }
    const remplirPuces = (ou, choix, nom) => {
      const fieldset = $(ou);
      fieldset.replaceChildren(fieldset.querySelector("legend"), ...choix.map((c) => puce(nom, c.valeur, c.libelle)));
    };
    remplirPuces("[data-hl-personnes]", personnes(), "F.Personnes");
    remplirPuces("[data-hl-etiquettes]", lot?.etiquettes ?? [], "F.Etiquettes");
    $("[data-hl-etiquettes]").hidden = !lot?.etiquettes.length;
    options("F.Lieu", lot?.lieux ?? []);
    options("F.CodeCommune", lot?.communes ?? []);
    options("R.Lieu", lot?.lieux ?? []);
    options("R.Personne", personnes());
    options("R.Creneau", (lot?.creneaux ?? []).map((c, i) => ({ valeur: String(i), libelle: c.libelle })));
    // Themes at hand come first, as with network.
    const sousLaMain = $("[data-hl-themes]");
    const toutes = [...racine.querySelectorAll('[name="F.Thematiques"]')];
    const codes = lot?.themes ?? toutes.slice(0, themesDuDebut).map((t) => t.value);
    for (const code of codes) {
      const theme = toutes.find((t) => t.value === code);
      const morceau = theme?.closest("[data-hl-formulaire] .fa-puces > *");
      if (morceau && morceau.parentElement !== sousLaMain) {
        sousLaMain.append(morceau);
      }
    }
  };

  const champsDe = (formulaire) =>
    [...new FormData(formulaire)].filter(([nom, valeur]) => {
      const champs = formulaire.elements.namedItem(nom);
      const lesquels = champs instanceof RadioNodeList ? [...champs] : [champs];
      return typeof valeur === "string" && lesquels.some((c) => c.value === valeur && !c.closest("[hidden]:not(section)"));
    });
  const remettre = (formulaire, champs) => {
    formulaire.reset();
    for (const champ of formulaire.elements) {
      const valeurs = champs.filter(([nom]) => nom === champ.name).map(([, valeur]) => valeur);
      if (!champ.name || (valeurs.length === 0 && champ.type === "hidden")) {
        continue;
      }
      if (champ.type === "checkbox" || champ.type === "radio") {
        champ.checked = valeurs.includes(champ.value);
      } else if (valeurs.length > 0) {
        [champ.value] = valeurs;
      }
    }
    // What was chosen inside a fold is seen.
    for (const repli of formulaire.querySelectorAll("details")) {
      repli.open = [...repli.querySelectorAll("input, textarea, select")].some((c) => (c.type === "checkbox" || c.type === "radio" ? c.checked && c.value : c.value.trim()));
    }
  };
  const formulaireDe = (genre) => $(`[data-hl-formulaire="${genre}"]`);
  const direLesFautes = (formulaire, liste) => {
    const resume = formulaire.querySelector("[data-hl-fautes]");
    if (!resume) {
      return;
    }
    resume.hidden = liste.length === 0;
    const ul = element("ul", null, "govuk-list govuk-error-summary__list");
    for (const [champ, cle] of liste) {
      const cible = formulaire.querySelector(`[name="${champ}"]`) ?? formulaire.querySelector(`[name="${champ}.jour"]`);
      const lien = element("a", fautes[cle] ?? mots.t(cle));
      lien.href = `#${cible?.id ?? ""}`;
      lien.addEventListener("click", (e) => {
        e.preventDefault();
        const repli = cible?.closest("details");
        if (repli) {
          repli.open = true;
        }
        cible?.focus();
      });
      const li = element("li");
      li.append(lien);
      ul.append(li);
    }
    resume.replaceChildren(ul);
    if (liste.length > 0) {
      resume.focus();
      resume.scrollIntoView({ block: "start" });
    }
  };
  const typer = (type) => {
    for (const pour of racine.querySelectorAll('[data-hl-ecran="activite"] [data-hl-pour]')) {
      pour.hidden = pour.dataset.hlPour !== type;
    }
  };
  const pleine = () => {
    if (enAttente(appareil.file).length < reglages.fileMax) {
      return false;
    }
    avertir(mots.t("FilePleine"));
    return true;
  };
  const ouvrirFormulaire = (genre, champs, details = {}, reprise = false) => {
    const formulaire = formulaireDe(genre);
    contexte = { genre, ouvert: performance.now(), ...details };
    remettre(formulaire, champs);
    direLesFautes(formulaire, []);
    const dit = formulaire.querySelector("[data-hl-reprise]");
    if (dit) {
      dit.hidden = !reprise;
    }
    if (genre === "activite") {
      typer(champs.find(([n]) => n === "F.Type")?.[1] ?? "individuel");
    }
    montrer(genre);
  };
  const fermerFormulaire = async () => {
    contexte = null;
    preparerLesFormulaires();
    lister();
    direLEtat();
    montrer("jour");
  };

  const chiffres = (n) => (n === null || n === undefined ? "" : String(n));
  /** A form begins from what the médiateur does most, or from what is known of the appointment. */
  const ouvrirActe = (depuis = {}) => {
    if (pleine()) {
      return;
    }
    const h = appareil.lot?.habitudes ?? {};
    const type = depuis.type ?? "individuel";
    const deja = depuis.id !== undefined;
    const ou = depuis.type_de_lieu ?? (deja ? "" : (h.type_de_lieu ?? (appareil.lot?.lieux.length ? "lieu_activite" : "")));
    const ecrit = depuis.quand && /^\d{4}-/.test(depuis.quand) ? depuis.quand : depuis.date;
    const [a, m, j] = (ecrit ?? "").split("-");
    const champs = [
      ["F.Id", depuis.id ?? appareil.nouvelId()],
      ["F.Type", type],
      ["F.RendezVous", depuis.rendez_vous ?? ""],
      ["F.Quand", ecrit ? "autre" : "aujourdhui"],
      ["F.Date.jour", j ? String(Number(j)) : ""],
      ["F.Date.mois", m ? String(Number(m)) : ""],
      ["F.Date.annee", a ?? ""],
      ["F.TypeDeLieu", ou],
      ["F.Lieu", depuis.lieu ?? (deja ? "" : (h.lieu ?? appareil.lot?.lieux[0]?.valeur ?? ""))],
      ["F.CodeCommune", depuis.code_commune ?? h.commune ?? ""],
      ["F.Posture", depuis.posture ?? ""],
      ["F.Motif", depuis.motif ?? ""],
      ["F.Demarche", depuis.demarche ?? ""],
      ["F.Titre", depuis.titre ?? ""],
      ["F.Service", depuis.service ?? ""],
      ["F.Cause", depuis.cause ?? ""],
      ["F.Perdu", depuis.perdu ?? ""],
      ["F.Suite", depuis.suite ?? ""],
      ["F.Notes", depuis.notes ?? ""],
      ["F.Total", chiffres(depuis.total)],
      ["F.DejaVenus", chiffres(depuis.deja_venus)],
      ["F.Genre", depuis.genre ?? ""],
      ["F.Age", depuis.age ?? ""],
      ["F.Statut", depuis.statut ?? ""],
      ["F.Deja", depuis.deja ?? ""],
      ...(depuis.thematiques ?? []).map((t) => ["F.Thematiques", t]),
      ...(depuis.personnes ?? []).map((p) => ["F.Personnes", p]),
      ...(depuis.etiquettes ?? []).map((e) => ["F.Etiquettes", e]),
    ];
    const minutes = depuis.minutes_en_tout ?? (deja ? null : h.duree);
    const proposee = minutes && formulaireDe("activite").querySelector(`[name="F.Duree"][value="${minutes}"]`);
    if (depuis.duree) {
      champs.push(["F.Duree", depuis.duree], ["F.Heures", chiffres(depuis.heures)], ["F.Minutes", chiffres(depuis.minutes)]);
    } else if (minutes) {
      champs.push(["F.Duree", proposee ? String(minutes) : "autre"], ["F.Heures", proposee ? "" : String(Math.floor(minutes / 60))], ["F.Minutes", proposee ? "" : String(minutes % 60)]);
    }
    // What the short form doesn't show of a draft is kept as it is.
    ouvrirFormulaire("activite", champs, { depart: deja ? depuis : null });
  };
  const ouvrirDeLaLigne = (l, j) => {
    const presents = (l.inscrits ?? []).filter((i) => i.etat === "Presente");
    const suivies = presents.map((i) => i.personne).filter(Boolean);
    ouvrirActe(
      l.nature === "atelier"
        ? { type: "collectif", rendez_vous: l.id, date: j.jour, minutes_en_tout: l.minutes, titre: l.quoi, personnes: suivies, total: presents.length - suivies.length || null, type_de_lieu: l.lieu ? "lieu_activite" : undefined, lieu: l.lieu }
        : { rendez_vous: l.id, date: j.jour, minutes_en_tout: l.minutes, personnes: l.personne ? [l.personne] : [], type_de_lieu: "lieu_activite", lieu: l.lieu },
    );
  };
  const ouvrirPresence = (l, champs = null, reprise = false) => {
    if (pleine()) {
      return;
    }
    $("[data-hl-atelier]").textContent = `${l.quoi}, ${l.heures}`;
    $('[data-hl-liste="inscrits"]').replaceChildren(
      ...l.inscrits.map((i) => {
        const fieldset = element("fieldset", null, "fa-puces");
        fieldset.append(element("legend", i.nom), puce(`p_${i.id}`, "oui", mots.t("Presente"), true, i.etat === "Presente"), puce(`p_${i.id}`, "non", mots.t("Absente"), true, i.etat === "Absente"));
        return fieldset;
      }),
    );
    const coches = champs ?? l.inscrits.filter((i) => i.etat === "Presente" || i.etat === "Absente").map((i) => [`p_${i.id}`, i.etat === "Presente" ? "oui" : "non"]);
    ouvrirFormulaire("presence", coches, { atelier: l.id }, reprise);
  };
  const ligneDe = (id) => appareil.lot?.jours.flatMap((j) => j.lignes).find((l) => l.id === id);
  const ouvrirCarte = () => {
    if (pleine()) {
      return;
    }
    const carte = appareil.cartes.find((c) => !c.donnee);
    $("[data-hl-carte-vide]").hidden = Boolean(carte);
    $("[data-hl-carte-pleine]").hidden = !carte;
    $("[data-hl-carte-donner]").hidden = !carte;
    $("[data-hl-carte-numero]").textContent = carte ? enDeux(carte.numero, 4) : "";
    $("[data-hl-carte-secret]").textContent = carte ? enDeux(carte.secret, 3) : "";
    ouvrirFormulaire("carte", [], { carte });
  };

  const garder = {
    async activite(formulaire) {
      const maintenant = appareil.maintenant;
      const { acte, fautes: liste } = lireActe(champsDe(formulaire), { aujourdhui: jour(maintenant), hier: jour(maintenant, -1) });
      direLesFautes(formulaire, liste);
      if (liste.length > 0) {
        return false;
      }
      const { depart } = contexte;
      const corps = { ...(depart ? garderDuBrouillon(depart) : {}), ...acte, secondes: Math.round((performance.now() - contexte.ouvert) / 1000) };
      // Somebody whose card is still in the queue: the card goes first.
      const apres = appareil.file.filter((e) => e.genre === "carte" && !e.etat && acte.personnes.includes(JSON.parse(e.corps).personne)).map((e) => e.id);
      await appareil.ecrire("activite", reglages.format, corps, { brouillon: "brouillon/activite", apres, resume: acte.titre ?? acte.demarche ?? mots.t("Genre.activite") });
      const ligne = ligneDe(acte.rendez_vous);
      if (ligne) {
        ligne.note = true;
        await appareil.garderLeLot(appareil.lot);
      }
      return true;
    },
    async presence(formulaire) {
      const ligne = ligneDe(contexte.atelier);
      const notes = [];
      for (const [nom, valeur] of new FormData(formulaire)) {
        const inscrit = ligne?.inscrits.find((i) => `p_${i.id}` === nom);
        if (inscrit && inscrit.etat !== (valeur === "oui" ? "Presente" : "Absente")) {
          notes.push({ inscription: inscrit.id, presente: valeur === "oui", vu: inscrit.etat });
        }
      }
      if (notes.length === 0) {
        await appareil.jeterLeBrouillon("presence");
        return true;
      }
      await appareil.ecrire("presence", reglages.format, { atelier: contexte.atelier, notes }, { brouillon: "brouillon/presence", resume: ligne.quoi });
      for (const note of notes) {
        ligne.inscrits.find((i) => i.id === note.inscription).etat = note.presente ? "Presente" : "Absente";
      }
      await appareil.garderLeLot(appareil.lot);
      return true;
    },
    async rendez_vous(formulaire) {
      const { rdv, fautes: liste } = lireRendezVous(champsDe(formulaire));
      direLesFautes(formulaire, liste);
      if (liste.length > 0) {
        return false;
      }
      const apres = appareil.file.filter((e) => e.genre === "carte" && !e.etat && JSON.parse(e.corps).personne === rdv.personne).map((e) => e.id);
      await appareil.ecrire("rendez_vous", reglages.format, { id: appareil.nouvelId(), ...rdv }, { brouillon: "brouillon/rendez_vous", apres, resume: `${mots.t("Genre.rendez_vous")} ${rdv.prenom ?? ""}`.trim() });
      return true;
    },
    async carte() {
      const { carte } = contexte;
      if (!carte) {
        return true;
      }
      await appareil.garderLesCartes(appareil.cartes.map((c) => (c.numero === carte.numero ? { ...c, donnee: true } : c)));
      await appareil.ecrire("carte", reglages.format, { personne: appareil.nouvelId(), numero: carte.numero }, { resume: mots.t("AvecCarte", enDeux(carte.numero, 4)) });
      return true;
    },
  };
  const montres = ["quand", "date", "duree", "heures", "minutes", "type_de_lieu", "lieu", "autre_lieu", "code_commune", "commune", "thematiques", "posture", "motif", "demarche", "titre", "suite", "notes", "total", "deja_venus", "genre", "age", "statut", "deja", "personnes", "etiquettes", "a_la_place", "avec", "faire", "version"];
  const garderDuBrouillon = (depart) => Object.fromEntries(Object.entries(depart).filter(([cle]) => !montres.includes(cle)));

  for (const formulaire of racine.querySelectorAll("[data-hl-formulaire]")) {
    const genre = formulaire.dataset.hlFormulaire;
    let attente;
    const garderLeBrouillon = async () => {
      clearTimeout(attente);
      if (contexte?.genre === genre && appareil?.ouvert && genre !== "carte") {
        await appareil.garderLeBrouillon(genre, { champs: [...new FormData(formulaire)].filter(([, v]) => typeof v === "string"), atelier: contexte.atelier, depart: contexte.depart }).catch(() => avertir(mots.t("RienGarde")));
      }
    };
    const noter = () => {
      clearTimeout(attente);
      attente = setTimeout(garderLeBrouillon, 300);
    };
    formulaire.addEventListener("input", noter);
    formulaire.addEventListener("change", noter);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && garderLeBrouillon());
    let enCours = false;
    formulaire.addEventListener("submit", async (evenement) => {
      evenement.preventDefault();
      if (enCours || !contexte) {
        return;
      }
      enCours = true;
      clearTimeout(attente);
      try {
        if (await garder[genre](formulaire)) {
          await fermerFormulaire();
          avertir(null);
          envoyer();
        }
      } catch (erreur) {
        console.error(erreur);
        avertir(mots.t("RienGarde"));
      } finally {
        enCours = false;
      }
    });
    formulaire.querySelector("[data-hl-annuler]")?.addEventListener("click", async () => {
      clearTimeout(attente);
      contexte = null;
      await appareil.jeterLeBrouillon(genre);
      await fermerFormulaire();
    });
  }

  $('[name="R.Creneau"]').addEventListener("change", (evenement) => {
    const creneau = appareil.lot?.creneaux[Number(evenement.target.value)];
    if (evenement.target.value === "" || !creneau) {
      return;
    }
    const [a, m, j] = creneau.date.split("-");
    for (const [nom, valeur] of [["R.Date.jour", String(Number(j))], ["R.Date.mois", String(Number(m))], ["R.Date.annee", a], ["R.De", creneau.de], ["R.Lieu", creneau.lieu]]) {
      $(`[name="${nom}"]`).value = valeur;
    }
    const duree = formulaireDe("rendez_vous").querySelector(`[name="R.Duree"][value="${creneau.duree}"]`);
    if (duree) {
      duree.checked = true;
    }
  });

  racine.addEventListener("click", async (evenement) => {
    const cible = evenement.target.closest("[data-hl-ouvrir], [data-hl-envoyer], [data-hl-effacer], [data-hl-attendre-bouton]");
    if (!cible) {
      return;
    }
    if (cible.dataset.hlOuvrir === "activite") {
      ouvrirActe();
    } else if (cible.dataset.hlOuvrir === "atelier") {
      ouvrirActe({ type: "collectif" });
    } else if (cible.dataset.hlOuvrir === "rendez_vous") {
      if (!pleine()) {
        ouvrirFormulaire("rendez_vous", [["R.Duree", "45"], ["R.Lieu", appareil.lot?.lieux[0]?.valeur ?? ""]]);
      }
    } else if (cible.dataset.hlOuvrir === "carte") {
      ouvrirCarte();
    } else if ("hlEffacer" in cible.dataset) {
      if (confirm(mots.t("EffacerSur", reste()))) {
        await effacer("demande");
      }
    } else if ("hlAttendreBouton" in cible.dataset) {
      attendreLaPage();
    } else {
      envoyer();
    }
  });
  const reste = () => {
    const n = appareil?.ouvert ? appareil.file.length : 0;
    return n > 0 ? mots.n("CodeResteFile", n) : "";
  };

  // The page that was asked for took too long: one may wait for it.
  const attendreLaPage = () => {
    const canalDuService = new MessageChannel();
    canalDuService.port1.onmessage = () => location.reload();
    navigator.serviceWorker?.controller?.postMessage({ attendre: location.href }, [canalDuService.port2]);
  };
  if (location.pathname !== "/hors-ligne") {
    $("[data-hl-attendre]").hidden = false;
  }

  // Opening.
  const ouvrirLaJournee = async () => {
    await appareil.oublierSiExpire(reglages.jours);
    preparerLesFormulaires();
    lister();
    direLEtat();
    if (appareil.horlogeRecule) {
      avertir(mots.t("Horloge"));
    }
    for (const genre of ["activite", "rendez_vous", "presence"]) {
      const brouillon = await appareil.brouillon(genre);
      if (!brouillon) {
        continue;
      }
      if (genre !== "presence") {
        ouvrirFormulaire(genre, brouillon.champs, { depart: brouillon.depart ?? null }, true);
        return;
      }
      const ligne = ligneDe(brouillon.atelier);
      if (ligne) {
        ouvrirPresence(ligne, brouillon.champs, true);
        return;
      }
    }
    montrer("jour");
  };
  $("[data-hl-code-formulaire]").addEventListener("submit", async (evenement) => {
    evenement.preventDefault();
    const champ = $("#hl-code");
    const erreur = $("[data-hl-code-erreur]");
    if (!champ.value || champ.readOnly) {
      champ.focus();
      return;
    }
    champ.readOnly = true;
    const { essais } = await appareil.deverrouiller(champ.value);
    champ.readOnly = false;
    champ.value = "";
    if (appareil.ouvert) {
      erreur.hidden = true;
      await ouvrirLaJournee();
      envoyer();
      return;
    }
    if (essais >= reglages.essais) {
      await effacer("code");
      return;
    }
    await avertirDesEssais(essais, true);
    champ.focus();
  });
  const avertirDesEssais = async (essais, faux) => {
    const erreur = $("[data-hl-code-erreur]");
    const restent = reglages.essais - essais;
    const file = (await appareil.base.tout("file")).length;
    const phrases = [faux ? mots.t("CodeFaux") : "", restent <= 5 ? mots.n("CodeReste", restent, file > 0 ? mots.n("CodeResteFile", file) : "") : ""].filter(Boolean);
    erreur.textContent = phrases.join(" ");
    erreur.hidden = phrases.length === 0;
  };

  try {
    appareil = await Appareil.lire();
  } catch (erreur) {
    console.error(erreur);
  }
  if (!appareil) {
    $("[data-hl-etat]").textContent = "";
    montrer("sans-appareil");
    return;
  }
  const essais = await appareil.essais();
  if (essais >= reglages.essais) {
    // The tab was closed at the last try.
    await effacer("code");
    return;
  }
  if (await appareil.oublierSiExpire(reglages.jours)) {
    direLEtat();
  }
  await avertirDesEssais(essais, false);
  direLEtat();
  montrer("code");
  $("#hl-code").focus();
  performance.mark("faireavec-pret");
  envoyer();

  window.addEventListener("online", envoyer);
  window.addEventListener("offline", direLEtat);
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState === "visible" && appareil) {
      await appareil.avancer();
      envoyer();
    }
  });
  setInterval(async () => {
    if (!appareil) {
      return;
    }
    await appareil.avancer();
    if (appareil.ouvert && (await appareil.oublierSiExpire(reglages.jours))) {
      lister();
    }
    if (document.visibilityState === "visible" && enAttente(appareil.file).length > 0) {
      envoyer();
    }
  }, 60_000);
  canal?.addEventListener("message", async ({ data }) => {
    if (data === "efface") {
      location.reload();
    } else if (appareil?.ouvert && !bilan.enCours) {
      await appareil.relire();
      lister();
      direLEtat();
    }
  });
}
