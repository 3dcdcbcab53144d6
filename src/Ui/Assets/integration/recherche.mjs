// <faireavec-recherche commune="42218" langue="fr" couleur="#0b4f5c">: the search in the page of another site. No cookie, nothing kept, nothing told but what
// the reader asks for. Everything is in a shadow root: neither the page's styles nor ours go through.
import { composantes, theme } from "./couleurs.mjs";
import { MOTS } from "./mots.mjs";
import FEUILLE from "./integration.css";

const SITE = document.currentScript ? new URL(document.currentScript.src).origin : location.origin;
const DELAI = 10000;
const LONGUEUR = 200;
const COULEURS = ["fond", "texte", "couleur"];

/** An element with its attributes and what is in it; text is text. */
function el(nom, attributs, ...contenu) {
  const e = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs || {})) {
    if (valeur !== null && valeur !== undefined && valeur !== false) {
      e.setAttribute(cle, valeur === true ? "" : valeur);
    }
  }
  e.append(...contenu.filter((c) => c !== null && c !== undefined));
  return e;
}

/** Puts these in place of what was in it. */
function mettre(e, ...contenu) {
  e.textContent = "";
  e.append(...contenu);
}

class FaireAvecRecherche extends HTMLElement {
  static get observedAttributes() {
    return ["commune", "departement", "besoin", "langue", "niveau", ...COULEURS];
  }

  constructor() {
    super();
    this._racine = this.attachShadow({ mode: "open" });
    this._demande = 0;
  }

  connectedCallback() {
    this._dessiner();
  }

  disconnectedCallback() {
    this._abandonner();
  }

  attributeChangedCallback(nom, avant, apres) {
    if (!this.isConnected || avant === apres || !this._boite) {
      return;
    }
    if (COULEURS.includes(nom)) {
      this._colorer();
    } else {
      this._dessiner();
    }
  }

  // Somebody else's page may write anything there.
  _lu(nom) {
    return (this.getAttribute(nom) || "").trim().slice(0, LONGUEUR);
  }

  get _mots() {
    return MOTS[this._langue];
  }

  get _langue() {
    const langue = this._lu("langue").toLowerCase();
    return MOTS[langue] ? langue : "fr";
  }

  _titre(decalage, attributs, ...contenu) {
    const niveau = Math.min(4, Math.max(1, parseInt(this._lu("niveau"), 10) || 2));
    return el(`h${Math.min(6, niveau + decalage)}`, attributs, ...contenu);
  }

  _dessiner() {
    this._abandonner();
    const mots = this._mots;
    const ou = el("input", { id: "ou", name: "ou", maxlength: `${LONGUEUR}`, autocomplete: "off", spellcheck: "false" });
    const besoin = el("select", { id: "besoin", name: "besoin" }, el("option", { value: "" }, mots.tout), ...Object.entries(mots.besoins).map(([cle, libelle]) => el("option", { value: cle, selected: cle === this._lu("besoin") }, libelle)));
    const formulaire = el(
      "form",
      {},
      el("div", { class: "champs" }, el("div", {}, el("label", { for: "ou" }, mots.ou), ou), el("div", {}, el("label", { for: "besoin" }, mots.pourquoi), besoin), el("button", { type: "submit" }, mots.chercher)),
    );
    formulaire.addEventListener("submit", (e) => {
      e.preventDefault();
      this._territoire = null;
      this._chercher(1);
    });
    this._etat = el("div", { role: "status" });
    this._suite = el("div", {});
    // French and English are read from the left, whatever the page around.
    this._boite = el("section", { class: "recherche", "aria-labelledby": "titre", lang: this._langue, dir: "ltr" }, this._titre(0, { id: "titre", class: "titre" }, mots.titre), formulaire, this._etat, this._suite);
    [this._ou, this._besoin, this._territoire] = [ou, besoin, null];
    mettre(this._racine, ...this._feuille(), this._boite);
    this._colorer();
    this._pied("/lieux");
    if (this._lu("commune") || this._lu("departement")) {
      this._chercher(1);
    }
  }

  // A style sheet that is made isn't stopped by the policy of the page; older browsers take an element.
  _feuille() {
    if ("adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype) {
      const feuille = new CSSStyleSheet();
      feuille.replaceSync(`:host{display:block}:host([hidden]){display:none}${FEUILLE}`);
      this._racine.adoptedStyleSheets = [feuille];
      return [];
    }
    return [el("style", {}, `:host{display:block}:host([hidden]){display:none}${FEUILLE}`)];
  }

  // The attribute first, then the custom property of the page's style sheet; what can't be read is replaced, and said to who made the page.
  _colorer() {
    const sonde = el("span", {});
    this._racine.append(sonde);
    const demandees = {};
    for (const nom of COULEURS) {
      const voulue = this._lu(nom) || getComputedStyle(this).getPropertyValue(`--faireavec-${nom}`).trim();
      sonde.style.color = "";
      sonde.style.color = voulue;
      demandees[nom] = sonde.style.color ? composantes(getComputedStyle(sonde).color) : null;
      if (voulue && !demandees[nom]) {
        console.warn(`faireavec-recherche : « ${nom} » n’est pas une couleur pleine : ${voulue.slice(0, 40)}`);
      }
    }
    sonde.remove();
    const choisies = theme(demandees);
    for (const nom of ["fond", "texte", "couleur", "sur-couleur"]) {
      this._boite.style.setProperty(`--${nom}`, `rgb(${choisies[nom].join(", ")})`);
    }
    const arrondi = getComputedStyle(this).getPropertyValue("--faireavec-arrondi").trim();
    if (/^\d{1,2}(\.\d+)?(px|em)$/.test(arrondi)) {
      this._boite.style.setProperty("--arrondi", arrondi);
    }
    for (const nom of choisies.remplacees) {
      console.warn(`faireavec-recherche : « ${nom} » ne se lit pas sur ce fond (contraste sous 4,5) : une autre couleur est montrée.`);
    }
  }

  _abandonner() {
    this._demande++;
    if (this._coupure) {
      this._coupure.abort();
      this._coupure = null;
    }
  }

  async _chercher(page) {
    this._abandonner();
    const demande = this._demande;
    const coupure = new AbortController();
    this._coupure = coupure;
    const minuteur = setTimeout(() => coupure.abort(), DELAI);
    const adresse = new URL("/api/v1/lieux/en-phrases", SITE);
    const ou = this._ou.value.trim();
    const parametres = {
      ou: this._territoire ? "" : ou,
      commune: this._territoire || (ou ? "" : this._lu("commune")),
      departement: this._territoire ? "" : this._lu("departement"),
      besoin: this._besoin.value,
      langue: this._langue,
      page: page > 1 ? `${page}` : "",
    };
    for (const [nom, valeur] of Object.entries(parametres)) {
      if (valeur) {
        adresse.searchParams.set(nom, valeur);
      }
    }
    this._boite.setAttribute("aria-busy", "true");
    if (page === 1) {
      this._dire(this._mots.cherche);
    }
    try {
      const reponse = await fetch(adresse, { signal: coupure.signal, credentials: "omit", referrerPolicy: "origin", headers: { Accept: "application/json" } });
      const lu = await reponse.json();
      if (demande === this._demande) {
        if (reponse.ok) {
          this._montrer(lu, page);
        } else {
          this._refuser((lu.erreurs || []).map((e) => e.message).join(" ") || this._mots.refus);
        }
      }
    } catch (erreur) {
      if (demande === this._demande) {
        this._refuser(this._mots.panne);
      }
    } finally {
      clearTimeout(minuteur);
      if (demande === this._demande) {
        this._boite.removeAttribute("aria-busy");
      }
    }
  }

  _dire(...contenu) {
    mettre(this._etat, ...contenu);
  }

  _refuser(phrase) {
    this._dire(el("p", { class: "avis", lang: "fr" }, phrase));
    this._pied("/lieux");
  }

  _pied(chemin) {
    mettre(this._suite, el("p", { class: "pied" }, this._ailleurs(chemin, {}, this._mots.site)));
  }

  _ailleurs(chemin, attributs, ...contenu) {
    // What the answer gives is an address of the site, or of the web; nothing that runs.
    const vers = new URL(chemin, SITE);
    return el("a", { href: /^https?:$/.test(vers.protocol) ? vers.href : SITE, target: "_blank", rel: "noopener", ...attributs }, ...contenu, el("span", { class: "cache" }, ` ${this._mots.onglet}`));
  }

  _montrer(lu, page) {
    const mots = this._mots;
    const lieux = lu.lieux.map((l) => this._lieu(l));
    if (page === 1) {
      this._liste = el("ol", { class: "lieux", role: "list" });
      this._dire(...(lu.titre ? [this._titre(1, { class: "combien" }, lu.titre)] : []), ...(lu.inconnue ? [el("p", {}, mots.conseil)] : []));
    }
    this._liste.append(...lieux);
    const autres = page === 1 ? (lu.demandez_leur || []).map((l) => this._lieu(l)) : [];
    if (page === 1) {
      this._demandez = autres.length > 0 ? [this._titre(1, { class: "combien" }, lu.total === 0 ? mots.demandez : mots.demandezAussi), el("p", {}, mots.demandezTexte), el("ol", { class: "lieux", role: "list" }, ...autres)] : [];
    }
    const villes = el("ul", { class: "villes", role: "list" }, ...lu.villes.map((v) => el("li", {}, this._vers(v.nom, v.nom, v.commune))));
    const suite = [lu.territoire ? el("p", {}, this._vers(lu.territoire.phrase, lu.territoire.ou, null)) : null, lu.villes.length > 0 ? villes : null, this._liste.children.length > 0 ? this._liste : null];
    if (lu.encore) {
      const plus = el("button", { type: "button" }, mots.plus);
      plus.addEventListener("click", () => this._chercher(page + 1));
      suite.push(el("p", {}, plus));
    }
    mettre(this._suite, ...suite.filter(Boolean), ...this._demandez, ...(lu.total === 0 && lu.villes.length === 0 ? [el("p", {}, mots.mairie)] : []), el("p", { class: "pied" }, this._ailleurs(lu.sur_le_site, {}, mots.site)));
    if (page > 1 && lieux.length > 0) {
      // The button that was pressed is gone: the reader goes on with the first of the new places.
      lieux[0].querySelector("a").focus();
    }
  }

  // The same search in that town, or in that territory.
  _vers(phrase, ou, commune) {
    const lien = el("a", { href: "#" }, phrase);
    lien.addEventListener("click", (e) => {
      e.preventDefault();
      this._ou.value = ou;
      this._territoire = commune;
      this._chercher(1);
      this._ou.focus();
    });
    return lien;
  }

  _lieu(l) {
    const mots = this._mots;
    const prochain = l.prochain && el("p", {}, `${l.prochain.atelier ? mots.atelier : mots.creneau} `, el("strong", {}, l.prochain.en_mots), l.prochain.atelier ? `, ${l.prochain.atelier}` : null);
    const gestes = el("p", { class: "gestes" });
    if (l.telephone_lien && l.telephone_lien.startsWith("tel:")) {
      gestes.append(el("a", { href: l.telephone_lien }, `${mots.appeler} ${l.telephone}`));
    }
    if (l.reserver) {
      gestes.append(this._ailleurs(l.reserver, {}, mots.rdv));
    }
    return el(
      "li",
      {},
      this._titre(2, { class: "nom" }, this._ailleurs(l.page, {}, l.nom)),
      el("p", {}, [l.adresse, l.distance].filter(Boolean).join(" · ")),
      el("p", { class: "etat" }, [l.etat_en_mots, ...l.prix].join(" · ")),
      prochain || null,
      gestes.children.length > 0 ? gestes : null,
    );
  }
}

if (!customElements.get("faireavec-recherche")) {
  customElements.define("faireavec-recherche", FaireAvecRecherche);
}
