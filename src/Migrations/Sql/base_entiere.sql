DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'noyau') THEN
        CREATE SCHEMA noyau;
    END IF;
END $EF$;
CREATE TABLE IF NOT EXISTS noyau.migrations (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK_migrations" PRIMARY KEY ("MigrationId")
);

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'noyau') THEN
        CREATE SCHEMA noyau;
    END IF;
END $EF$;

CREATE TABLE noyau.parametres (
    cle character varying(120) NOT NULL,
    debut date NOT NULL,
    valeur bigint NOT NULL,
    source text NOT NULL,
    CONSTRAINT pk_parametres PRIMARY KEY (cle, debut)
);

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'taches') THEN
        CREATE SCHEMA taches;
    END IF;
END $EF$;

-- Small tables of the kernel.
CREATE TABLE noyau.cles_protection (
    nom text PRIMARY KEY,
    xml text NOT NULL
);
CREATE TABLE noyau.taches_echouees (
    id uuid PRIMARY KEY,
    tache text NOT NULL,
    instant timestamptz NOT NULL,
    essais integer NOT NULL,
    erreur text NOT NULL,
    relancee_le timestamptz
);
-- What was loaded from the files shipped with the product: loaded again only when the file changes.
CREATE TABLE noyau.donnees_chargees (
    nom text PRIMARY KEY,
    empreinte text NOT NULL,
    chargee_le timestamptz NOT NULL
);
GRANT USAGE ON SCHEMA noyau TO faireavec_app;
GRANT SELECT, INSERT ON noyau.cles_protection TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON noyau.taches_echouees TO faireavec_app;
GRANT SELECT ON noyau.donnees_chargees, noyau.parametres TO faireavec_app;
-- A server started without the owner's connection looks whether migrations are missing.
GRANT SELECT ON noyau.migrations TO faireavec_app;


-- The journal: append-only, in 16 chains of hashes a day. Written only by noyau.journaliser; the application has no other right than to read.
CREATE TABLE noyau.journal_chaines (
    jour date NOT NULL,
    chaine smallint NOT NULL CHECK (chaine BETWEEN 0 AND 15),
    rang bigint NOT NULL,
    empreinte bytea NOT NULL,
    PRIMARY KEY (jour, chaine)
);

CREATE TABLE noyau.journal_racines (
    jour date PRIMARY KEY,
    racine bytea NOT NULL,
    entrees bigint NOT NULL,
    clos_le timestamptz NOT NULL
);

CREATE TABLE noyau.journal (
    id uuid NOT NULL PRIMARY KEY,
    jour date NOT NULL,
    chaine smallint NOT NULL,
    rang bigint NOT NULL,
    instant timestamptz NOT NULL,
    acteur text NOT NULL,
    processus text NOT NULL,
    motif text,
    action text NOT NULL,
    entite text NOT NULL,
    entite_id text NOT NULL,
    avant text,
    apres text,
    personne uuid,
    chiffre bytea,
    empreinte bytea NOT NULL,
    UNIQUE (jour, chaine, rang)
);
CREATE INDEX ix_journal_entite ON noyau.journal (entite, entite_id, instant);

CREATE TABLE noyau.cles_personnes (
    personne uuid PRIMARY KEY,
    cle bytea NOT NULL,
    creee_le timestamptz NOT NULL
);

CREATE FUNCTION noyau.champ(t text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN t IS NULL THEN 'N;'::bytea
                ELSE convert_to(octet_length(convert_to(t, 'UTF8'))::text || ':' || t || ';', 'UTF8') END
$$;

-- Appends one entry. The row of the chain's head is locked until the end of the transaction: entries of a chain are written one after the other.
CREATE FUNCTION noyau.journaliser(
    p_id uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_motif text, p_action text,
    p_entite text, p_entite_id text, p_avant text, p_apres text, p_personne uuid, p_chiffre bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, 1, sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + 1
    RETURNING rang, empreinte INTO v_rang, v_empreinte;

    v_empreinte := sha256(v_empreinte
        || noyau.champ(v_rang::text) || noyau.champ(p_id::text) || noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text)
        || noyau.champ(p_acteur) || noyau.champ(p_processus) || noyau.champ(p_motif) || noyau.champ(p_action)
        || noyau.champ(p_entite) || noyau.champ(p_entite_id) || noyau.champ(p_avant) || noyau.champ(p_apres)
        || noyau.champ(p_personne::text) || noyau.champ(encode(p_chiffre, 'hex')));

    UPDATE noyau.journal_chaines SET empreinte = v_empreinte WHERE jour = v_jour AND chaine = p_chaine;
    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte)
    VALUES (p_id, v_jour, p_chaine, v_rang, p_instant, p_acteur, p_processus, p_motif, p_action, p_entite, p_entite_id, p_avant, p_apres, p_personne, p_chiffre, v_empreinte);
    RETURN v_rang;
END $$;

-- Closes every finished day that isn't closed yet, oldest first. The root of a day holds the root of the day before.
CREATE FUNCTION noyau.journal_clore(p_maintenant timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date;
    v_nombre integer := 0;
BEGIN
    LOCK TABLE noyau.journal_racines IN EXCLUSIVE MODE;
    FOR v_jour IN
        SELECT DISTINCT c.jour FROM noyau.journal_chaines c
        WHERE c.jour < (p_maintenant AT TIME ZONE 'UTC')::date AND c.jour > coalesce((SELECT max(jour) FROM noyau.journal_racines), '-infinity')
        ORDER BY c.jour
    LOOP
        PERFORM 1 FROM noyau.journal_chaines WHERE jour = v_jour FOR UPDATE;
        INSERT INTO noyau.journal_racines (jour, racine, entrees, clos_le)
        SELECT v_jour,
               sha256(coalesce((SELECT racine FROM noyau.journal_racines ORDER BY jour DESC LIMIT 1), ''::bytea)
                      || convert_to(to_char(v_jour, 'YYYY-MM-DD'), 'UTF8') || string_agg(empreinte, ''::bytea ORDER BY chaine)),
               sum(rang), p_maintenant
        FROM noyau.journal_chaines WHERE jour = v_jour;
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;

-- The key of a person, made at first need. Two writers at once get the same one.
CREATE FUNCTION noyau.cle_de_personne(p_personne uuid, p_nouvelle bytea, p_instant timestamptz) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.cles_personnes AS k (personne, cle, creee_le) VALUES (p_personne, p_nouvelle, p_instant)
    ON CONFLICT (personne) DO UPDATE SET cle = k.cle
    RETURNING cle
$$;

-- Erases what the journal says of a person: the values stay, nobody can read them any more.
CREATE FUNCTION noyau.oublier_personne(p_personne uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    WITH efface AS (DELETE FROM noyau.cles_personnes WHERE personne = p_personne RETURNING 1) SELECT EXISTS (SELECT 1 FROM efface)
$$;

REVOKE ALL ON FUNCTION noyau.journaliser, noyau.journal_clore, noyau.cle_de_personne, noyau.oublier_personne FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.journaliser, noyau.journal_clore, noyau.cle_de_personne, noyau.oublier_personne TO faireavec_app;
GRANT SELECT ON noyau.journal, noyau.journal_chaines, noyau.journal_racines TO faireavec_app;


-- The outbox: an event, and one delivery per handler. Written in the transaction of the change that it tells.
CREATE TABLE noyau.evenements (
    id uuid PRIMARY KEY,
    nom text NOT NULL,
    charge jsonb NOT NULL,
    instant timestamptz NOT NULL,
    processus text NOT NULL
);
CREATE TABLE noyau.livraisons (
    evenement uuid NOT NULL REFERENCES noyau.evenements ON DELETE CASCADE,
    gestionnaire text NOT NULL,
    essais integer NOT NULL DEFAULT 0,
    prochain_essai timestamptz NOT NULL,
    livree_le timestamptz,
    morte_le timestamptz,
    erreur text,
    PRIMARY KEY (evenement, gestionnaire)
);
CREATE INDEX ix_livraisons_dues ON noyau.livraisons (prochain_essai) WHERE livree_le IS NULL AND morte_le IS NULL;
CREATE INDEX ix_livraisons_mortes ON noyau.livraisons (morte_le) WHERE morte_le IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON noyau.evenements TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON noyau.livraisons TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261122002230_Noyau', '10.0.11');

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'cartographie') THEN
        CREATE SCHEMA cartographie;
    END IF;
END $EF$;

CREATE TABLE cartographie.imports (
    id uuid NOT NULL,
    fichier text NOT NULL,
    empreinte text NOT NULL,
    debut_le timestamp with time zone NOT NULL,
    fin_le timestamp with time zone NOT NULL,
    lus integer NOT NULL,
    ajoutes integer NOT NULL,
    modifies integer NOT NULL,
    inchanges integer NOT NULL,
    rejetes integer NOT NULL,
    retires integer NOT NULL,
    retenus integer NOT NULL,
    CONSTRAINT pk_imports PRIMARY KEY (id)
);

CREATE TABLE cartographie.lieux (
    id character varying(200) NOT NULL,
    source text NOT NULL,
    pivot text,
    nom character varying(300) NOT NULL,
    commune text NOT NULL,
    code_postal text NOT NULL,
    code_insee text,
    adresse text,
    complement_adresse text,
    latitude double precision,
    longitude double precision,
    typologie text[] NOT NULL,
    telephone text,
    courriels text[] NOT NULL,
    site_web text[] NOT NULL,
    horaires text,
    presentation_resume text,
    presentation_detail text,
    itinerance text[] NOT NULL,
    structure_parente text,
    date_maj date,
    services text[] NOT NULL,
    publics_specifiquement_adresses text[] NOT NULL,
    prise_en_charge_specifique text[] NOT NULL,
    frais_a_charge text[] NOT NULL,
    dispositif_programmes_nationaux text[] NOT NULL,
    formations_labels text[] NOT NULL,
    autres_formations_labels text[] NOT NULL,
    modalites_acces text[] NOT NULL,
    modalites_accompagnement text[] NOT NULL,
    fiche_acces_libre text,
    prise_rdv text,
    retenu text,
    empreinte bytea NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    modifie_le timestamp with time zone NOT NULL,
    verifie_le timestamp with time zone,
    CONSTRAINT pk_lieux PRIMARY KEY (id)
);

CREATE TABLE cartographie.signalements (
    id uuid NOT NULL,
    lieu_id character varying(200) NOT NULL,
    categorie character varying(20) NOT NULL,
    message character varying(2000) NOT NULL,
    courriel character varying(254),
    etat character varying(20) NOT NULL,
    recu_le timestamp with time zone NOT NULL,
    traite_le timestamp with time zone,
    CONSTRAINT pk_signalements PRIMARY KEY (id)
);

CREATE INDEX ix_imports_debut_le ON cartographie.imports (debut_le);

CREATE INDEX ix_lieux_code_insee ON cartographie.lieux (code_insee);

CREATE INDEX ix_lieux_source ON cartographie.lieux (source);

CREATE INDEX ix_signalements_etat_recu_le ON cartographie.signalements (etat, recu_le);

-- Rights of the application and row security of the module Cartographie.
GRANT USAGE ON SCHEMA cartographie TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cartographie.lieux TO faireavec_app;
GRANT SELECT, INSERT ON cartographie.imports TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cartographie.signalements TO faireavec_app;

-- Reports hold free words and e-mail addresses: anybody writes one, only those who treat them read them.
ALTER TABLE cartographie.signalements ENABLE ROW LEVEL SECURITY;
CREATE POLICY ecrire ON cartographie.signalements FOR INSERT WITH CHECK (true);
CREATE POLICY lire ON cartographie.signalements FOR SELECT
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande', 'systeme:taches'));
CREATE POLICY traiter ON cartographie.signalements FOR UPDATE
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande'));
CREATE POLICY effacer ON cartographie.signalements FOR DELETE
    USING (nullif(current_setting('app.role', true), '') = 'systeme:taches');


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261122005144_Cartographie', '10.0.11');

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'territoires') THEN
        CREATE SCHEMA territoires;
    END IF;
END $EF$;

CREATE TABLE territoires.anciennes_communes (
    ancien_code character varying(5) NOT NULL,
    code_insee character varying(5) NOT NULL,
    nom character varying(100),
    CONSTRAINT pk_anciennes_communes PRIMARY KEY (ancien_code)
);

CREATE TABLE territoires.chargements (
    jeu character varying(50) NOT NULL,
    empreinte character varying(64) NOT NULL,
    charge_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_chargements PRIMARY KEY (jeu)
);

CREATE TABLE territoires.codes_postaux (
    code_postal character varying(5) NOT NULL,
    code_insee character varying(5) NOT NULL,
    millesime integer NOT NULL,
    CONSTRAINT pk_codes_postaux PRIMARY KEY (code_postal, code_insee)
);

CREATE TABLE territoires.communes (
    code_insee character varying(5) NOT NULL,
    nom character varying(100) NOT NULL,
    nom_normalise character varying(100) NOT NULL,
    commune_mere character varying(5),
    departement character varying(3) NOT NULL,
    region character varying(3) NOT NULL,
    epci character varying(9),
    codes_postaux text[] NOT NULL,
    population integer,
    latitude double precision,
    longitude double precision,
    CONSTRAINT pk_communes PRIMARY KEY (code_insee)
);

CREATE TABLE territoires.departements (
    code character varying(3) NOT NULL,
    nom character varying(100) NOT NULL,
    region character varying(3) NOT NULL,
    chef_lieu character varying(5) NOT NULL,
    zone character varying(10) NOT NULL,
    voisins text[] NOT NULL,
    CONSTRAINT pk_departements PRIMARY KEY (code)
);

CREATE TABLE territoires.epci (
    code character varying(9) NOT NULL,
    nom character varying(200) NOT NULL,
    type character varying(10) NOT NULL,
    population integer,
    CONSTRAINT pk_epci PRIMARY KEY (code)
);

CREATE TABLE territoires.regions (
    code character varying(3) NOT NULL,
    nom character varying(100) NOT NULL,
    chef_lieu character varying(5) NOT NULL,
    zone character varying(10) NOT NULL,
    CONSTRAINT pk_regions PRIMARY KEY (code)
);

CREATE INDEX ix_anciennes_communes_code_insee ON territoires.anciennes_communes (code_insee);

CREATE INDEX ix_codes_postaux_code_insee ON territoires.codes_postaux (code_insee);

CREATE INDEX ix_communes_departement ON territoires.communes (departement);

CREATE INDEX ix_communes_epci ON territoires.communes (epci);

-- Reference data: the application reads it, the loading writes it as the owner.
GRANT USAGE ON SCHEMA territoires TO faireavec_app;
GRANT SELECT ON ALL TABLES IN SCHEMA territoires TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261122005611_Territoires', '10.0.11');

-- Housekeeping: what was delivered or given up long ago goes, after delays that are dated data.
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('noyau.evenements_jours', '2026-01-01', 90, 'Décision du projet : trois mois pour comprendre un incident'),
    ('noyau.echecs_jours', '2026-01-01', 365, 'Décision du projet : un an pour réparer');
CREATE INDEX ix_evenements_instant ON noyau.evenements (instant);
GRANT DELETE ON noyau.taches_echouees TO faireavec_app;
-- Keys stored without the operator's key are closed at the next start.
GRANT UPDATE (xml) ON noyau.cles_protection TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261125211544_Menage', '10.0.11');

ALTER TABLE cartographie.imports ALTER COLUMN fin_le TYPE timestamp with time zone;
ALTER TABLE cartographie.imports ALTER COLUMN fin_le DROP NOT NULL;

ALTER TABLE cartographie.imports ADD auteur text NOT NULL DEFAULT 'systeme:commande';

ALTER TABLE cartographie.imports ADD avant integer NOT NULL DEFAULT 0;

ALTER TABLE cartographie.imports ADD corriges integer NOT NULL DEFAULT 0;

ALTER TABLE cartographie.imports ADD gardes integer NOT NULL DEFAULT 0;

ALTER TABLE cartographie.imports ADD origine character varying(20) NOT NULL DEFAULT 'Fichier';

ALTER TABLE cartographie.imports ADD raison text;

ALTER TABLE cartographie.imports ADD source character varying(100);

ALTER TABLE cartographie.imports ADD statut character varying(20) NOT NULL DEFAULT 'Publie';

ALTER TABLE cartographie.imports ADD version_de_correspondance integer;

CREATE TABLE cartographie.anomalies (
    id bigint GENERATED ALWAYS AS IDENTITY,
    import uuid NOT NULL,
    source text,
    ligne bigint NOT NULL,
    lieu text,
    champ text NOT NULL,
    regle text NOT NULL,
    niveau character varying(20) NOT NULL,
    avant text,
    apres text,
    message text NOT NULL,
    suggestion text,
    instant timestamp with time zone NOT NULL,
    CONSTRAINT pk_anomalies PRIMARY KEY (id)
);

CREATE TABLE cartographie.arrets (
    id uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    commune character varying(300) NOT NULL,
    code_postal character varying(5) NOT NULL,
    code_insee character varying(5),
    adresse character varying(300),
    latitude double precision,
    longitude double precision,
    premier_jour date NOT NULL,
    dernier_jour date NOT NULL,
    horaires text,
    auteur text NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_arrets PRIMARY KEY (id)
);

CREATE TABLE cartographie.corrections (
    id uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    champ character varying(50) NOT NULL,
    valeur text,
    valeur_de_la_source text,
    auteur text NOT NULL,
    motif character varying(500),
    creee_le timestamp with time zone NOT NULL,
    etat character varying(20) NOT NULL,
    close_le timestamp with time zone,
    close_par uuid,
    CONSTRAINT pk_corrections PRIMARY KEY (id)
);

CREATE TABLE cartographie.correspondances (
    source character varying(100) NOT NULL,
    version integer NOT NULL,
    document character varying(200000) NOT NULL,
    auteur text NOT NULL,
    note character varying(500),
    creee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_correspondances PRIMARY KEY (source, version)
);

CREATE TABLE cartographie.decisions (
    id uuid NOT NULL,
    lieu_a character varying(200) NOT NULL,
    lieu_b character varying(200) NOT NULL,
    verdict character varying(20) NOT NULL,
    auteur text NOT NULL,
    motif character varying(500),
    creee_le timestamp with time zone NOT NULL,
    annulee_le timestamp with time zone,
    CONSTRAINT pk_decisions PRIMARY KEY (id),
    CONSTRAINT ck_decisions_ordre CHECK (lieu_a COLLATE "C" < lieu_b COLLATE "C")
);

CREATE TABLE cartographie.groupes (
    id character varying(200) NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_groupes PRIMARY KEY (id)
);

CREATE TABLE cartographie.historique_lieux (
    id bigint GENERATED ALWAYS AS IDENTITY,
    lieu text NOT NULL,
    import uuid,
    auteur text NOT NULL,
    motif text,
    instant timestamp with time zone NOT NULL,
    avant jsonb,
    apres jsonb,
    CONSTRAINT pk_historique_lieux PRIMARY KEY (id)
);

CREATE TABLE cartographie.lieux_lies (
    hote character varying(200) NOT NULL,
    invite character varying(200) NOT NULL,
    raisons text[] NOT NULL,
    CONSTRAINT pk_lieux_lies PRIMARY KEY (hote, invite)
);

CREATE TABLE cartographie.lignes_en_attente (
    import uuid NOT NULL,
    lieu text NOT NULL,
    fiche jsonb,
    CONSTRAINT pk_lignes_en_attente PRIMARY KEY (import, lieu)
);

CREATE TABLE cartographie.paires_a_revoir (
    lieu_a character varying(200) NOT NULL,
    lieu_b character varying(200) NOT NULL,
    probabilite double precision NOT NULL,
    raisons text[] NOT NULL,
    calculee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_paires_a_revoir PRIMARY KEY (lieu_a, lieu_b)
);

CREATE TABLE cartographie.publications (
    jour date NOT NULL,
    instant timestamp with time zone NOT NULL,
    lieux integer NOT NULL,
    ajoutes integer NOT NULL,
    modifies integer NOT NULL,
    retires integer NOT NULL,
    precedente date,
    auteur text NOT NULL,
    CONSTRAINT pk_publications PRIMARY KEY (jour)
);

CREATE TABLE cartographie.redirections (
    ancien character varying(200) NOT NULL,
    vers character varying(200) NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_redirections PRIMARY KEY (ancien)
);

CREATE TABLE cartographie.sources (
    code character varying(100) NOT NULL,
    nom text NOT NULL,
    licence text,
    contact text,
    url text,
    format character varying(20) NOT NULL,
    chemin_de_liste text,
    calendrier character varying(20) NOT NULL,
    confiance integer NOT NULL,
    complet boolean NOT NULL,
    seuil_de_chute integer NOT NULL,
    etat character varying(20) NOT NULL,
    version_en_cours integer,
    etag text,
    modifiee_le text,
    empreinte_du_fichier text,
    recuperee_le timestamp with time zone,
    rappelee_le timestamp with time zone,
    exacte_le timestamp with time zone,
    creee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_sources PRIMARY KEY (code)
);

CREATE TABLE cartographie.groupes_membres (
    lieu character varying(200) NOT NULL,
    groupe character varying(200) NOT NULL,
    probabilite double precision NOT NULL,
    raisons text[] NOT NULL,
    CONSTRAINT pk_groupes_membres PRIMARY KEY (lieu),
    CONSTRAINT fk_groupes_membres_groupes_groupe FOREIGN KEY (groupe) REFERENCES cartographie.groupes (id) ON DELETE CASCADE
);

CREATE TABLE cartographie.publications_fichiers (
    jour date NOT NULL,
    nom character varying(100) NOT NULL,
    type_media text NOT NULL,
    octets bytea NOT NULL,
    sha256 text NOT NULL,
    taille bigint NOT NULL,
    CONSTRAINT pk_publications_fichiers PRIMARY KEY (jour, nom),
    CONSTRAINT fk_publications_fichiers_publications_jour FOREIGN KEY (jour) REFERENCES cartographie.publications (jour) ON DELETE CASCADE
);

CREATE INDEX ix_imports_source_debut_le ON cartographie.imports (source, debut_le);

CREATE INDEX ix_anomalies_import_ligne ON cartographie.anomalies (import, ligne);

CREATE INDEX ix_anomalies_instant ON cartographie.anomalies (instant);

CREATE INDEX ix_anomalies_source_regle ON cartographie.anomalies (source, regle);

CREATE INDEX ix_arrets_dernier_jour ON cartographie.arrets (dernier_jour);

CREATE INDEX ix_arrets_lieu ON cartographie.arrets (lieu);

CREATE UNIQUE INDEX ix_corrections_lieu_champ ON cartographie.corrections (lieu, champ) WHERE etat = 'Active';

CREATE UNIQUE INDEX ix_decisions_lieu_a_lieu_b ON cartographie.decisions (lieu_a, lieu_b) WHERE annulee_le IS NULL;

CREATE INDEX ix_groupes_membres_groupe ON cartographie.groupes_membres (groupe);

CREATE INDEX ix_historique_lieux_import ON cartographie.historique_lieux (import);

CREATE INDEX ix_historique_lieux_lieu_id ON cartographie.historique_lieux (lieu, id);

CREATE INDEX ix_paires_a_revoir_probabilite ON cartographie.paires_a_revoir (probabilite);

CREATE INDEX ix_redirections_vers ON cartographie.redirections (vers);

UPDATE cartographie.imports SET gardes = lus - rejetes;

-- Sources, history, corrections, groups and publications of the module Cartographie: rights of the application and row security.
GRANT SELECT, INSERT, UPDATE ON cartographie.sources TO faireavec_app;
-- A version of a mapping is never changed: an import says which one it used.
GRANT SELECT, INSERT ON cartographie.correspondances TO faireavec_app;
GRANT UPDATE ON cartographie.imports TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON cartographie.anomalies, cartographie.lignes_en_attente TO faireavec_app;
-- History is written, never changed.
GRANT SELECT, INSERT ON cartographie.historique_lieux TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON cartographie.corrections, cartographie.decisions TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cartographie.groupes, cartographie.groupes_membres, cartographie.redirections, cartographie.arrets TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON cartographie.lieux_lies, cartographie.paires_a_revoir TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON cartographie.publications, cartographie.publications_fichiers TO faireavec_app;

-- Rows of partners may hold a person's e-mail or mobile before cleaning: any import writes them, only those who treat them read them.
ALTER TABLE cartographie.anomalies ENABLE ROW LEVEL SECURITY;
CREATE POLICY ecrire ON cartographie.anomalies FOR INSERT WITH CHECK (true);
CREATE POLICY lire ON cartographie.anomalies FOR SELECT
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande', 'systeme:taches'));
CREATE POLICY effacer ON cartographie.anomalies FOR DELETE
    USING (nullif(current_setting('app.role', true), '') = 'systeme:taches');

ALTER TABLE cartographie.lignes_en_attente ENABLE ROW LEVEL SECURITY;
CREATE POLICY ecrire ON cartographie.lignes_en_attente FOR INSERT WITH CHECK (true);
CREATE POLICY lire ON cartographie.lignes_en_attente FOR SELECT
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande', 'systeme:taches'));
CREATE POLICY effacer ON cartographie.lignes_en_attente FOR DELETE
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande', 'systeme:taches'));

ALTER TABLE cartographie.historique_lieux ENABLE ROW LEVEL SECURITY;
CREATE POLICY ecrire ON cartographie.historique_lieux FOR INSERT WITH CHECK (true);
CREATE POLICY lire ON cartographie.historique_lieux FOR SELECT
    USING (nullif(current_setting('app.role', true), '') IN ('administrateur', 'systeme:commande', 'systeme:taches'));

-- The history is written by the database, so that no code can forget it. Who, why and in which import come from settings of the transaction.
CREATE FUNCTION cartographie.garder_l_historique() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    v_import uuid := nullif(current_setting('app.import', true), '')::uuid;
    v_auteur text := coalesce(nullif(current_setting('app.auteur', true), ''), 'inconnu');
    v_motif text := nullif(current_setting('app.motif', true), '');
    v_instant timestamptz := coalesce(nullif(current_setting('app.instant', true), '')::timestamptz, clock_timestamp());
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO cartographie.historique_lieux (lieu, import, auteur, motif, instant, avant, apres)
        SELECT p.id, v_import, v_auteur, v_motif, v_instant, NULL, to_jsonb(p) FROM apres p;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO cartographie.historique_lieux (lieu, import, auteur, motif, instant, avant, apres)
        SELECT p.id, v_import, v_auteur, v_motif, v_instant, to_jsonb(a), to_jsonb(p)
        FROM apres p JOIN avant a ON a.id = p.id WHERE a IS DISTINCT FROM p;
    ELSE
        INSERT INTO cartographie.historique_lieux (lieu, import, auteur, motif, instant, avant, apres)
        SELECT a.id, v_import, v_auteur, v_motif, v_instant, to_jsonb(a), NULL FROM avant a;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER historique_ajout AFTER INSERT ON cartographie.lieux REFERENCING NEW TABLE AS apres
    FOR EACH STATEMENT EXECUTE FUNCTION cartographie.garder_l_historique();
CREATE TRIGGER historique_modification AFTER UPDATE ON cartographie.lieux REFERENCING OLD TABLE AS avant NEW TABLE AS apres
    FOR EACH STATEMENT EXECUTE FUNCTION cartographie.garder_l_historique();
CREATE TRIGGER historique_retrait AFTER DELETE ON cartographie.lieux REFERENCING OLD TABLE AS avant
    FOR EACH STATEMENT EXECUTE FUNCTION cartographie.garder_l_historique();

-- How many times what is shown has changed: part of the version that every node computes. A change that isn't a row of places (a correction, a group,
-- a stop) is seen by this number.
CREATE TABLE cartographie.revision (numero bigint NOT NULL);
INSERT INTO cartographie.revision VALUES (0);
GRANT SELECT, UPDATE ON cartographie.revision TO faireavec_app;
CREATE FUNCTION cartographie.annoncer() RETURNS void LANGUAGE sql AS $$
    UPDATE cartographie.revision SET numero = numero + 1;
    SELECT pg_notify('cartographie_lieux', '')
$$;

-- All publications of the last days are kept, then the first of each month.
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES ('cartographie.publications_jours', '2026-01-01', 30, 'Choix du produit : un mois pour comparer, puis une par mois');


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261125212352_Collecte', '10.0.11');

CREATE TABLE cartographie.accords_hebergement (
    id uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    auteur text NOT NULL,
    motif character varying(500) NOT NULL,
    donne_le timestamp with time zone NOT NULL,
    retire_le timestamp with time zone,
    motif_de_retrait character varying(500),
    CONSTRAINT pk_accords_hebergement PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_accords_hebergement_lieu ON cartographie.accords_hebergement (lieu) WHERE retire_le IS NULL;

-- Agreements of shelters' managers: noted and taken back, never erased.
GRANT SELECT, INSERT, UPDATE ON cartographie.accords_hebergement TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261125232500_AccordsDHebergement', '10.0.11');

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'comptes') THEN
        CREATE SCHEMA comptes;
    END IF;
END $EF$;

CREATE TABLE comptes.comptes (
    id uuid NOT NULL,
    courriel character varying(254) NOT NULL,
    cle_du_courriel character varying(254),
    prenom character varying(100) NOT NULL,
    nom character varying(100) NOT NULL,
    telephone character varying(20),
    statut character varying(20),
    etat character varying(20) NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    derniere_connexion_le timestamp with time zone,
    etat_depuis timestamp with time zone,
    demonstration boolean NOT NULL,
    CONSTRAINT pk_comptes PRIMARY KEY (id)
);

CREATE TABLE comptes.organisations (
    id uuid NOT NULL,
    nom character varying(200) NOT NULL,
    type_identification character varying(20) NOT NULL,
    numero character varying(40) NOT NULL,
    motif_identification character varying(300),
    nature character varying(20) NOT NULL,
    categorie character varying(30) NOT NULL,
    code_insee character varying(5),
    departement character varying(3),
    reseau uuid,
    creee_le timestamp with time zone NOT NULL,
    fermee_le timestamp with time zone,
    fusionnee_dans uuid,
    demonstration boolean NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id),
    CONSTRAINT fk_organisations_organisations_fusionnee_dans FOREIGN KEY (fusionnee_dans) REFERENCES comptes.organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_organisations_reseau FOREIGN KEY (reseau) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.sessions (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    empreinte bytea NOT NULL,
    facteur character varying(30) NOT NULL,
    ouverte_le timestamp with time zone NOT NULL,
    fin_au_plus_tard timestamp with time zone NOT NULL,
    inactivite_minutes integer NOT NULL,
    vue_le timestamp with time zone NOT NULL,
    preuve_le timestamp with time zone NOT NULL,
    organisation uuid,
    navigateur character varying(200),
    fermee_le timestamp with time zone,
    regarde_comme uuid,
    regarde_jusqu_a timestamp with time zone,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.appartenances (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    role character varying(30) NOT NULL,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone,
    motif_de_fin character varying(300),
    departements text[] NOT NULL,
    donnee_par uuid,
    CONSTRAINT pk_appartenances PRIMARY KEY (id),
    CONSTRAINT fk_appartenances_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appartenances_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.equipes (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    nom character varying(120) NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    fermee_le timestamp with time zone,
    CONSTRAINT pk_equipes PRIMARY KEY (id),
    CONSTRAINT fk_equipes_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.fonctions (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    fonction character varying(30) NOT NULL,
    debut date NOT NULL,
    fin date,
    CONSTRAINT pk_fonctions PRIMARY KEY (id),
    CONSTRAINT fk_fonctions_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.lieux_d_organisation (
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    ajoute_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_lieux_d_organisation PRIMARY KEY (organisation, lieu),
    CONSTRAINT fk_lieux_d_organisation_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.membres_d_equipe (
    id uuid NOT NULL,
    equipe uuid NOT NULL,
    compte uuid NOT NULL,
    coordonne boolean NOT NULL,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone,
    CONSTRAINT pk_membres_d_equipe PRIMARY KEY (id),
    CONSTRAINT fk_membres_d_equipe_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT,
    CONSTRAINT fk_membres_d_equipe_equipes_equipe FOREIGN KEY (equipe) REFERENCES comptes.equipes (id) ON DELETE RESTRICT
);

CREATE INDEX ix_appartenances_compte ON comptes.appartenances (compte);

CREATE INDEX ix_appartenances_organisation_role ON comptes.appartenances (organisation, role);

CREATE UNIQUE INDEX ix_comptes_cle_du_courriel ON comptes.comptes (cle_du_courriel);

CREATE INDEX ix_comptes_nom_prenom ON comptes.comptes (nom, prenom);

CREATE INDEX ix_equipes_organisation ON comptes.equipes (organisation);

CREATE INDEX ix_fonctions_organisation ON comptes.fonctions (organisation);

CREATE INDEX ix_lieux_d_organisation_lieu ON comptes.lieux_d_organisation (lieu);

CREATE INDEX ix_membres_d_equipe_compte ON comptes.membres_d_equipe (compte);

CREATE INDEX ix_membres_d_equipe_equipe ON comptes.membres_d_equipe (equipe);

CREATE INDEX ix_organisations_departement ON comptes.organisations (departement);

CREATE INDEX ix_organisations_reseau ON comptes.organisations (reseau) WHERE reseau IS NOT NULL;

CREATE UNIQUE INDEX ix_organisations_type_identification_numero ON comptes.organisations (type_identification, numero);

CREATE INDEX ix_sessions_compte ON comptes.sessions (compte);

CREATE UNIQUE INDEX ix_sessions_empreinte ON comptes.sessions (empreinte);

-- Who asks, as the policies of row security read it. Settings are empty, or absent, for somebody who isn't known.
CREATE FUNCTION noyau.compte() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.compte', true), '')::uuid
$$;
CREATE FUNCTION noyau.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.organisation', true), '')::uuid
$$;
CREATE FUNCTION noyau.departements() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.departements', true), ''), ','), '{}')
$$;
-- True when one of these roles is held. Written « (SELECT noyau.a_role(…)) » in a policy: worked out once for the query, not for each row.
CREATE FUNCTION noyau.a_role(VARIADIC p_roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.role', true), ''), ',') && p_roles, false)
$$;
GRANT EXECUTE ON FUNCTION noyau.compte, noyau.organisation, noyau.departements, noyau.a_role TO faireavec_app;


-- Accounts exist: those who keep the data of places read and treat what only the administrator did.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['signalements', 'anomalies', 'lignes_en_attente', 'historique_lieux'] LOOP
        EXECUTE format('DROP POLICY lire ON cartographie.%I', v_table);
        EXECUTE format('CREATE POLICY lire ON cartographie.%I FOR SELECT USING ((SELECT noyau.a_role(''administrateur'', ''gestionnaire_donnees'', ''systeme:commande'', ''systeme:taches'')))', v_table);
    END LOOP;
END $$;
DROP POLICY traiter ON cartographie.signalements;
CREATE POLICY traiter ON cartographie.signalements FOR UPDATE
    USING ((SELECT noyau.a_role('administrateur', 'gestionnaire_donnees', 'systeme:commande')));
DROP POLICY effacer ON cartographie.lignes_en_attente;
CREATE POLICY effacer ON cartographie.lignes_en_attente FOR DELETE
    USING ((SELECT noyau.a_role('administrateur', 'gestionnaire_donnees', 'systeme:commande', 'systeme:taches')));


-- Organisations, accounts, memberships, teams, sessions: what the database refuses whatever the code does.
CREATE EXTENSION IF NOT EXISTS btree_gist;
GRANT USAGE ON SCHEMA comptes TO faireavec_app;

-- One role, one organisation, one person: never two at once.
ALTER TABLE comptes.appartenances ADD CONSTRAINT ck_appartenances_ordre CHECK (fin >= debut);
ALTER TABLE comptes.appartenances ADD CONSTRAINT ex_appartenances_sans_chevauchement
    EXCLUDE USING gist (compte WITH =, organisation WITH =, role WITH =, tstzrange(debut, fin) WITH &&);
ALTER TABLE comptes.membres_d_equipe ADD CONSTRAINT ck_membres_d_equipe_ordre CHECK (fin >= debut);
ALTER TABLE comptes.membres_d_equipe ADD CONSTRAINT ex_membres_d_equipe_sans_chevauchement
    EXCLUDE USING gist (equipe WITH =, compte WITH =, (coordonne::int) WITH =, tstzrange(debut, fin) WITH &&);
ALTER TABLE comptes.fonctions ADD CONSTRAINT ck_fonctions_ordre CHECK (fin >= debut);
ALTER TABLE comptes.fonctions ADD CONSTRAINT ex_fonctions_sans_chevauchement
    EXCLUDE USING gist (organisation WITH =, fonction WITH =, daterange(debut, fin) WITH &&);

-- Organisations hold nothing about a person.
GRANT SELECT, INSERT, UPDATE ON comptes.organisations, comptes.equipes TO faireavec_app;
GRANT SELECT, INSERT ON comptes.fonctions TO faireavec_app;
GRANT UPDATE (fin) ON comptes.fonctions TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.lieux_d_organisation TO faireavec_app;

-- The teams that the one who asks coordinates now. Definer: the policy of the table can't read the table itself.
CREATE FUNCTION comptes.mes_equipes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT equipe FROM comptes.membres_d_equipe WHERE compte = noyau.compte() AND coordonne AND fin IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.mes_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_equipes TO faireavec_app;

GRANT SELECT, INSERT ON comptes.membres_d_equipe TO faireavec_app;
GRANT UPDATE (fin) ON comptes.membres_d_equipe TO faireavec_app;
ALTER TABLE comptes.membres_d_equipe ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.membres_d_equipe FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR equipe IN (SELECT comptes.mes_equipes())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR ((SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));
CREATE POLICY ecrire ON comptes.membres_d_equipe FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'systeme:demarrage'))
    OR (NOT coordonne AND equipe IN (SELECT comptes.mes_equipes()))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));
CREATE POLICY finir ON comptes.membres_d_equipe FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR equipe IN (SELECT comptes.mes_equipes())
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));

-- Who works where: one's own, those of one's organisation, of one's teams, of the organisations of one's territory.
GRANT SELECT, INSERT ON comptes.appartenances TO faireavec_app;
GRANT UPDATE (fin, motif_de_fin) ON comptes.appartenances TO faireavec_app;
ALTER TABLE comptes.appartenances ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.appartenances FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR organisation = (SELECT noyau.organisation())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR compte IN (SELECT compte FROM comptes.membres_d_equipe WHERE equipe IN (SELECT comptes.mes_equipes()))
    OR ((SELECT noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]) OR reseau = (SELECT noyau.organisation()))));
-- National roles, those of the State and those of other systems are given by the administrator only: nobody raises a colleague above oneself.
CREATE POLICY ecrire ON comptes.appartenances FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:demarrage'))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure')
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));
CREATE POLICY finir ON comptes.appartenances FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- Accounts follow memberships: whoever sees where somebody works sees who they are. The subquery is under the policy above.
GRANT SELECT, INSERT, UPDATE ON comptes.comptes TO faireavec_app;
ALTER TABLE comptes.comptes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.comptes FOR SELECT USING (
    id = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR id IN (SELECT compte FROM comptes.appartenances));
CREATE POLICY creer ON comptes.comptes FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:demarrage')));
CREATE POLICY changer ON comptes.comptes FOR UPDATE USING (
    id = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches')));

-- Sessions: one's own. The administrator and the system close them.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.sessions TO faireavec_app;
ALTER TABLE comptes.sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.sessions FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches', 'systeme:commande')));
CREATE POLICY ouvrir ON comptes.sessions FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY changer ON comptes.sessions FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches', 'systeme:commande')));
CREATE POLICY effacer ON comptes.sessions FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Who holds this cookie, with everything that a request needs, in one call: read at every request, so that a role that ends, ends at once.
CREATE FUNCTION comptes.session_ouverte(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (session uuid, titulaire uuid, compte uuid, prenom text, nom text, demonstration boolean, preuve_le timestamptz, lecture_seule boolean,
               organisation uuid, nom_organisation text, organisations integer, roles text[], departements text[], equipes uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_session comptes.sessions;
    v_compte uuid;
    v_organisations uuid[];
    v_choisie uuid;
BEGIN
    SELECT s.* INTO v_session FROM comptes.sessions s
    WHERE s.empreinte = p_empreinte AND s.fermee_le IS NULL AND s.fin_au_plus_tard > p_maintenant
      AND s.vue_le + make_interval(mins => s.inactivite_minutes) > p_maintenant;
    IF v_session.id IS NULL OR NOT EXISTS (SELECT 1 FROM comptes.comptes c WHERE c.id = v_session.compte AND c.etat = 'Actif') THEN
        RETURN;
    END IF;

    -- Not at every click: a write a minute is enough to know that somebody is there.
    IF v_session.vue_le < p_maintenant - interval '1 minute' THEN
        UPDATE comptes.sessions s SET vue_le = p_maintenant WHERE s.id = v_session.id;
    END IF;

    v_compte := CASE WHEN v_session.regarde_jusqu_a > p_maintenant THEN v_session.regarde_comme ELSE v_session.compte END;
    SELECT coalesce(array_agg(DISTINCT a.organisation), '{}') INTO v_organisations
    FROM comptes.appartenances a JOIN comptes.organisations o ON o.id = a.organisation AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
    WHERE a.compte = v_compte AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant);
    v_choisie := CASE
        WHEN v_compte = v_session.compte AND v_session.organisation = ANY (v_organisations) THEN v_session.organisation
        WHEN cardinality(v_organisations) = 1 OR v_compte <> v_session.compte THEN v_organisations[1]
    END;

    RETURN QUERY
    SELECT v_session.id, v_session.compte, c.id, c.prenom::text, c.nom::text, c.demonstration, v_session.preuve_le, v_compte <> v_session.compte,
           v_choisie, o.nom::text, cardinality(v_organisations),
           coalesce((SELECT array_agg(DISTINCT a.role::text) FROM comptes.appartenances a
                     WHERE a.compte = v_compte AND a.organisation = v_choisie AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)), '{}'),
           coalesce((SELECT array_agg(DISTINCT d) FROM comptes.appartenances a, unnest(a.departements) d
                     WHERE a.compte = v_compte AND a.organisation = v_choisie AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)), '{}'),
           coalesce((SELECT array_agg(m.equipe) FROM comptes.membres_d_equipe m
                     WHERE m.compte = v_compte AND m.coordonne AND m.debut <= p_maintenant AND (m.fin IS NULL OR m.fin > p_maintenant)), '{}')
    FROM comptes.comptes c LEFT JOIN comptes.organisations o ON o.id = v_choisie
    WHERE c.id = v_compte;
END $$;
REVOKE ALL ON FUNCTION comptes.session_ouverte FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.session_ouverte TO faireavec_app;

-- The name of who did something, for whoever may see what was done. Nothing else of the account.
CREATE FUNCTION comptes.nom_de(p_compte uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT prenom || ' ' || nom FROM comptes.comptes WHERE id = p_compte AND etat <> 'Efface'
$$;
REVOKE ALL ON FUNCTION comptes.nom_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.nom_de TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126004812_Comptes', '10.0.11');

CREATE TABLE comptes.demandes_oidc (
    id uuid NOT NULL,
    federation character varying(20) NOT NULL,
    empreinte_etat bytea NOT NULL,
    empreinte_navigateur bytea NOT NULL,
    nonce character varying(50) NOT NULL,
    verificateur character varying(400) NOT NULL,
    retour character varying(1000),
    compte uuid,
    niveau character varying(40),
    expire_le timestamp with time zone NOT NULL,
    consommee_le timestamp with time zone,
    CONSTRAINT pk_demandes_oidc PRIMARY KEY (id)
);

CREATE TABLE comptes.identites_externes (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    federation character varying(20) NOT NULL,
    empreinte_sub bytea NOT NULL,
    liee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_identites_externes PRIMARY KEY (id),
    CONSTRAINT fk_identites_externes_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.sessions_oidc (
    session uuid NOT NULL,
    federation character varying(20) NOT NULL,
    empreinte_sub bytea NOT NULL,
    sid character varying(200),
    jeton text NOT NULL,
    CONSTRAINT pk_sessions_oidc PRIMARY KEY (session),
    CONSTRAINT fk_sessions_oidc_sessions_session FOREIGN KEY (session) REFERENCES comptes.sessions (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_demandes_oidc_empreinte_etat ON comptes.demandes_oidc (empreinte_etat);

CREATE INDEX ix_demandes_oidc_expire_le ON comptes.demandes_oidc (expire_le);

CREATE INDEX ix_identites_externes_compte ON comptes.identites_externes (compte);

CREATE UNIQUE INDEX ix_identites_externes_federation_empreinte_sub ON comptes.identites_externes (federation, empreinte_sub);

CREATE INDEX ix_sessions_oidc_federation_empreinte_sub ON comptes.sessions_oidc (federation, empreinte_sub);

CREATE INDEX ix_sessions_oidc_federation_sid ON comptes.sessions_oidc (federation, sid);

-- Signing in by a provider of identity: only the system context of signing in reads and writes it.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.demandes_oidc TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.identites_externes, comptes.sessions_oidc TO faireavec_app;

ALTER TABLE comptes.demandes_oidc ENABLE ROW LEVEL SECURITY;
CREATE POLICY tout ON comptes.demandes_oidc USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

ALTER TABLE comptes.identites_externes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.identites_externes FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));
CREATE POLICY lier ON comptes.identites_externes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY delier ON comptes.identites_externes FOR DELETE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

ALTER TABLE comptes.sessions_oidc ENABLE ROW LEVEL SECURITY;
CREATE POLICY tout ON comptes.sessions_oidc USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

-- The salt of the hashes, closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE comptes.sel (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION comptes.sel(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
BEGIN
    INSERT INTO comptes.sel (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM comptes.sel);
END $$;
REVOKE ALL ON FUNCTION comptes.sel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.sel TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126012715_ComptesOidc', '10.0.11');

ALTER TABLE comptes.organisations ADD nom_recherche text NOT NULL DEFAULT '';

CREATE TABLE comptes.acceptations_des_conditions (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    version character varying(20) NOT NULL,
    le timestamp with time zone NOT NULL,
    empreinte bytea NOT NULL,
    CONSTRAINT pk_acceptations_des_conditions PRIMARY KEY (id),
    CONSTRAINT fk_acceptations_des_conditions_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.applications_de_codes (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    graine_chiffree bytea NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    utilisee_le timestamp with time zone,
    dernier_pas bigint NOT NULL,
    CONSTRAINT pk_applications_de_codes PRIMARY KEY (id),
    CONSTRAINT fk_applications_de_codes_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.avis_d_inactivite (
    compte uuid NOT NULL,
    averti_le timestamp with time zone NOT NULL,
    suspendu_le timestamp with time zone,
    retabli_le timestamp with time zone,
    retabli_par uuid,
    CONSTRAINT pk_avis_d_inactivite PRIMARY KEY (compte),
    CONSTRAINT fk_avis_d_inactivite_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.cartes_a_codes (
    id uuid NOT NULL,
    serie character varying(40) NOT NULL,
    graine_chiffree bytea NOT NULL,
    importee_le timestamp with time zone NOT NULL,
    compte uuid,
    attachee_le timestamp with time zone,
    utilisee_le timestamp with time zone,
    derive integer NOT NULL,
    dernier_pas bigint,
    CONSTRAINT pk_cartes_a_codes PRIMARY KEY (id),
    CONSTRAINT fk_cartes_a_codes_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.changements_de_courriel (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    nouveau character varying(254) NOT NULL,
    cle_du_nouveau character varying(254) NOT NULL,
    demande_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    ancien_d_accord_le timestamp with time zone,
    nouveau_d_accord_le timestamp with time zone,
    annule_le timestamp with time zone,
    fait_le timestamp with time zone,
    CONSTRAINT pk_changements_de_courriel PRIMARY KEY (id),
    CONSTRAINT fk_changements_de_courriel_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.cles_d_acces (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    identifiant bytea NOT NULL,
    cle_publique bytea NOT NULL,
    signatures bigint NOT NULL,
    transports text[] NOT NULL,
    personne_verifiee boolean NOT NULL,
    copiable boolean NOT NULL,
    copiee boolean NOT NULL,
    nom character varying(60) NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    utilisee_le timestamp with time zone,
    CONSTRAINT pk_cles_d_acces PRIMARY KEY (id),
    CONSTRAINT fk_cles_d_acces_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.clients_api (
    id uuid NOT NULL,
    nom character varying(120) NOT NULL,
    organisation uuid NOT NULL,
    etendues text[] NOT NULL,
    portee character varying(20) NOT NULL,
    departements text[] NOT NULL,
    limite_par_seconde integer NOT NULL,
    responsable uuid,
    cree_le timestamp with time zone NOT NULL,
    revoque_le timestamp with time zone,
    motif_de_revocation character varying(300),
    CONSTRAINT pk_clients_api PRIMARY KEY (id),
    CONSTRAINT fk_clients_api_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.codes_d_assistance (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    sel bytea NOT NULL,
    empreinte bytea NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    utilise_le timestamp with time zone,
    essais integer NOT NULL,
    CONSTRAINT pk_codes_d_assistance PRIMARY KEY (id)
);

CREATE TABLE comptes.codes_imprimes (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    sel bytea NOT NULL,
    empreinte bytea NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    utilise_le timestamp with time zone,
    CONSTRAINT pk_codes_imprimes PRIMARY KEY (id),
    CONSTRAINT fk_codes_imprimes_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.consultations (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    par uuid NOT NULL,
    organisation uuid,
    instant timestamp with time zone NOT NULL,
    quoi character varying(120) NOT NULL,
    pourquoi character varying(500),
    quart timestamp with time zone NOT NULL,
    CONSTRAINT pk_consultations PRIMARY KEY (id)
);

CREATE TABLE comptes.defis_utilises (
    empreinte bytea NOT NULL,
    utilise_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_defis_utilises PRIMARY KEY (empreinte)
);

CREATE TABLE comptes.demandes_de_droits (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    organisation uuid,
    type character varying(20) NOT NULL,
    etat character varying(20) NOT NULL,
    texte character varying(3000),
    recue_le timestamp with time zone NOT NULL,
    echeance date NOT NULL,
    motif_de_prolongation character varying(1000),
    reponse character varying(1000),
    code character varying(32),
    finie_le timestamp with time zone,
    traitee_par uuid,
    CONSTRAINT pk_demandes_de_droits PRIMARY KEY (id)
);

CREATE TABLE comptes.demandes_de_secours (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    etat character varying(20) NOT NULL,
    code character varying(6) NOT NULL,
    demandee_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    premier uuid,
    premier_le timestamp with time zone,
    second uuid,
    second_le timestamp with time zone,
    refusee_par uuid,
    finie_le timestamp with time zone,
    CONSTRAINT pk_demandes_de_secours PRIMARY KEY (id),
    CONSTRAINT fk_demandes_de_secours_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.effacements (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    demande uuid,
    fait_le timestamp with time zone NOT NULL,
    detail character varying(2000) NOT NULL,
    cle_detruite boolean NOT NULL,
    code character varying(32),
    CONSTRAINT pk_effacements PRIMARY KEY (id)
);

CREATE TABLE comptes.freins (
    cle bytea NOT NULL,
    echecs integer NOT NULL,
    dernier_le timestamp with time zone NOT NULL,
    jusqu_a timestamp with time zone,
    CONSTRAINT pk_freins PRIMARY KEY (cle)
);

CREATE TABLE comptes.invitations (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    role character varying(30) NOT NULL,
    departements text[] NOT NULL,
    courriel character varying(254) NOT NULL,
    cle_du_courriel character varying(254) NOT NULL,
    prenom character varying(100),
    nom character varying(100),
    invitee_par uuid NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    envoi integer NOT NULL,
    envoyee_le timestamp with time zone,
    acceptee_le timestamp with time zone,
    acceptee_par uuid,
    annulee_le timestamp with time zone,
    compte_cree uuid,
    CONSTRAINT pk_invitations PRIMARY KEY (id),
    CONSTRAINT fk_invitations_organisations_organisation FOREIGN KEY (organisation) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.lettres (
    id uuid NOT NULL,
    nature character varying(20) NOT NULL,
    contenu bytea,
    deposee_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    partie_le timestamp with time zone,
    CONSTRAINT pk_lettres PRIMARY KEY (id)
);

CREATE TABLE comptes.liens_de_connexion (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    usage character varying(20) NOT NULL,
    empreinte bytea NOT NULL,
    navigateur bytea,
    cree_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    utilise_le timestamp with time zone,
    etape bytea,
    fini_le timestamp with time zone,
    objet uuid,
    poste_partage boolean NOT NULL,
    retour character varying(1000),
    CONSTRAINT pk_liens_de_connexion PRIMARY KEY (id),
    CONSTRAINT fk_liens_de_connexion_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.navigateurs_connus (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    empreinte bytea NOT NULL,
    nom character varying(200),
    premier_le timestamp with time zone NOT NULL,
    vu_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_navigateurs_connus PRIMARY KEY (id),
    CONSTRAINT fk_navigateurs_connus_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.premiers_pas (
    compte uuid NOT NULL,
    pas character varying(40) NOT NULL,
    le timestamp with time zone NOT NULL,
    CONSTRAINT pk_premiers_pas PRIMARY KEY (compte, pas),
    CONSTRAINT fk_premiers_pas_comptes_compte FOREIGN KEY (compte) REFERENCES comptes.comptes (id) ON DELETE CASCADE
);

CREATE TABLE noyau.purges (
    id uuid NOT NULL,
    purge character varying(80) NOT NULL,
    instant timestamp with time zone NOT NULL,
    effaces integer,
    erreur character varying(500),
    CONSTRAINT pk_purges PRIMARY KEY (id)
);

CREATE TABLE comptes.reunions (
    id uuid NOT NULL,
    absorbee uuid NOT NULL,
    gardee uuid NOT NULL,
    le timestamp with time zone NOT NULL,
    par uuid,
    motif character varying(300) NOT NULL,
    defaite_le timestamp with time zone,
    defaite_par uuid,
    CONSTRAINT pk_reunions PRIMARY KEY (id),
    CONSTRAINT fk_reunions_organisations_absorbee FOREIGN KEY (absorbee) REFERENCES comptes.organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_reunions_organisations_gardee FOREIGN KEY (gardee) REFERENCES comptes.organisations (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.textes_d_accord (
    finalite character varying(60) NOT NULL,
    version integer NOT NULL,
    titre text NOT NULL,
    texte text NOT NULL,
    empreinte bytea NOT NULL,
    CONSTRAINT pk_textes_d_accord PRIMARY KEY (finalite, version)
);

CREATE TABLE comptes.secrets_de_client (
    id uuid NOT NULL,
    client uuid NOT NULL,
    empreinte bytea NOT NULL,
    fin character varying(4) NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    vu_le timestamp with time zone,
    CONSTRAINT pk_secrets_de_client PRIMARY KEY (id),
    CONSTRAINT fk_secrets_de_client_clients_api_client FOREIGN KEY (client) REFERENCES comptes.clients_api (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.webhooks (
    id uuid NOT NULL,
    client uuid NOT NULL,
    evenements text[] NOT NULL,
    url character varying(500) NOT NULL,
    secret text NOT NULL,
    etat character varying(20) NOT NULL,
    en_echec_depuis timestamp with time zone,
    cree_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_webhooks PRIMARY KEY (id),
    CONSTRAINT fk_webhooks_clients_api_client FOREIGN KEY (client) REFERENCES comptes.clients_api (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.elements_reunis (
    id uuid NOT NULL,
    reunion uuid NOT NULL,
    genre character varying(20) NOT NULL,
    avant character varying(200) NOT NULL,
    apres character varying(200),
    detail character varying(40),
    CONSTRAINT pk_elements_reunis PRIMARY KEY (id),
    CONSTRAINT fk_elements_reunis_reunions_reunion FOREIGN KEY (reunion) REFERENCES comptes.reunions (id) ON DELETE RESTRICT
);

CREATE TABLE comptes.accords (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    finalite character varying(60) NOT NULL,
    version integer NOT NULL,
    donne_le timestamp with time zone NOT NULL,
    moyen character varying(20) NOT NULL,
    recueilli_par uuid NOT NULL,
    retire_le timestamp with time zone,
    moyen_du_retrait character varying(20),
    CONSTRAINT pk_accords PRIMARY KEY (id),
    CONSTRAINT fk_accords_textes_d_accord_finalite_version FOREIGN KEY (finalite, version) REFERENCES comptes.textes_d_accord (finalite, version) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_acceptations_des_conditions_compte_version ON comptes.acceptations_des_conditions (compte, version);

CREATE UNIQUE INDEX ux_accords_en_cours ON comptes.accords (personne, finalite) WHERE retire_le IS NULL;

CREATE UNIQUE INDEX ix_applications_de_codes_compte ON comptes.applications_de_codes (compte);

CREATE INDEX ix_cartes_a_codes_compte ON comptes.cartes_a_codes (compte);

CREATE UNIQUE INDEX ix_cartes_a_codes_serie ON comptes.cartes_a_codes (serie);

CREATE INDEX ix_changements_de_courriel_compte ON comptes.changements_de_courriel (compte);

CREATE INDEX ix_cles_d_acces_compte ON comptes.cles_d_acces (compte);

CREATE UNIQUE INDEX ix_cles_d_acces_identifiant ON comptes.cles_d_acces (identifiant);

CREATE INDEX ix_clients_api_organisation ON comptes.clients_api (organisation);

CREATE INDEX ix_codes_d_assistance_compte_cree_le ON comptes.codes_d_assistance (compte, cree_le);

CREATE INDEX ix_codes_imprimes_compte ON comptes.codes_imprimes (compte);

CREATE INDEX ix_consultations_instant ON comptes.consultations (instant);

CREATE INDEX ix_consultations_personne_instant ON comptes.consultations (personne, instant);

CREATE UNIQUE INDEX ix_consultations_personne_par_quoi_quart ON comptes.consultations (personne, par, quoi, quart);

CREATE INDEX ix_defis_utilises_utilise_le ON comptes.defis_utilises (utilise_le);

CREATE UNIQUE INDEX ix_demandes_de_droits_code ON comptes.demandes_de_droits (code);

CREATE INDEX ix_demandes_de_droits_etat_echeance ON comptes.demandes_de_droits (etat, echeance);

CREATE INDEX ix_demandes_de_droits_personne ON comptes.demandes_de_droits (personne);

CREATE UNIQUE INDEX ux_demandes_de_droits_ouvertes ON comptes.demandes_de_droits (personne, type) WHERE etat IN ('Recue', 'EnCours', 'Prolongee');

CREATE INDEX ix_demandes_de_secours_compte ON comptes.demandes_de_secours (compte);

CREATE UNIQUE INDEX ix_effacements_code ON comptes.effacements (code);

CREATE UNIQUE INDEX ix_effacements_personne ON comptes.effacements (personne);

CREATE INDEX ix_elements_reunis_reunion ON comptes.elements_reunis (reunion);

CREATE INDEX ix_freins_dernier_le ON comptes.freins (dernier_le);

CREATE INDEX ix_invitations_cle_du_courriel ON comptes.invitations (cle_du_courriel);

CREATE UNIQUE INDEX ix_invitations_organisation_cle_du_courriel_role ON comptes.invitations (organisation, cle_du_courriel, role) WHERE acceptee_le IS NULL AND annulee_le IS NULL;

CREATE INDEX ix_lettres_deposee_le ON comptes.lettres (deposee_le);

CREATE INDEX ix_liens_de_connexion_compte_cree_le ON comptes.liens_de_connexion (compte, cree_le);

CREATE UNIQUE INDEX ix_liens_de_connexion_empreinte ON comptes.liens_de_connexion (empreinte);

CREATE UNIQUE INDEX ix_liens_de_connexion_etape ON comptes.liens_de_connexion (etape);

CREATE UNIQUE INDEX ix_navigateurs_connus_compte_empreinte ON comptes.navigateurs_connus (compte, empreinte);

CREATE INDEX ix_purges_purge_instant ON noyau.purges (purge, instant);

CREATE INDEX ix_reunions_absorbee ON comptes.reunions (absorbee);

CREATE INDEX ix_reunions_gardee ON comptes.reunions (gardee);

CREATE INDEX ix_secrets_de_client_client ON comptes.secrets_de_client (client);

CREATE UNIQUE INDEX ix_secrets_de_client_empreinte ON comptes.secrets_de_client (empreinte);

CREATE INDEX ix_webhooks_client ON comptes.webhooks (client);

-- Factors of people who sign in. Each reads one's own; they are written in the system context of signing in only, so that no page can add a factor by mistake.
GRANT SELECT, INSERT, DELETE ON comptes.cles_d_acces TO faireavec_app;
GRANT UPDATE (signatures, personne_verifiee, copiee, nom, utilisee_le) ON comptes.cles_d_acces TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.applications_de_codes TO faireavec_app;
GRANT UPDATE (utilisee_le, dernier_pas) ON comptes.applications_de_codes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.codes_imprimes TO faireavec_app;
GRANT UPDATE (utilise_le) ON comptes.codes_imprimes TO faireavec_app;
GRANT SELECT, INSERT ON comptes.cartes_a_codes TO faireavec_app;
GRANT UPDATE (compte, attachee_le, utilisee_le, derive, dernier_pas) ON comptes.cartes_a_codes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.navigateurs_connus TO faireavec_app;
GRANT UPDATE (vu_le) ON comptes.navigateurs_connus TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.changements_de_courriel TO faireavec_app;
GRANT UPDATE (ancien_d_accord_le, nouveau_d_accord_le, annule_le, fait_le) ON comptes.changements_de_courriel TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'cartes_a_codes', 'navigateurs_connus', 'changements_de_courriel'] LOOP
        EXECUTE format('ALTER TABLE comptes.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON comptes.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'', ''systeme:commande'')))', v_table);
        EXECUTE format('CREATE POLICY ajouter ON comptes.%I FOR INSERT WITH CHECK ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:commande'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON comptes.%I FOR UPDATE USING ((SELECT noyau.a_role(''systeme:connexion'')))', v_table);
        EXECUTE format('CREATE POLICY effacer ON comptes.%I FOR DELETE USING ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'')))', v_table);
    END LOOP;
END $$;

-- Links, counters, mails that wait, answered challenges: nobody's to read but the system's, not even one's own.
GRANT SELECT, INSERT, DELETE ON comptes.liens_de_connexion TO faireavec_app;
GRANT UPDATE (utilise_le, etape, fini_le) ON comptes.liens_de_connexion TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.freins TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.lettres TO faireavec_app;
GRANT UPDATE (contenu, partie_le) ON comptes.lettres TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.defis_utilises TO faireavec_app;
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['liens_de_connexion', 'freins', 'lettres', 'defis_utilises'] LOOP
        EXECUTE format('ALTER TABLE comptes.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY systeme ON comptes.%I USING ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'', ''systeme:commande'')))', v_table);
    END LOOP;
END $$;

-- Requests for help: one's own, those of the people of one's organisation for who may answer. Written by the system.
GRANT SELECT, INSERT, DELETE ON comptes.demandes_de_secours TO faireavec_app;
GRANT UPDATE (etat, premier, premier_le, second, second_le, refusee_par, finie_le) ON comptes.demandes_de_secours TO faireavec_app;
ALTER TABLE comptes.demandes_de_secours ENABLE ROW LEVEL SECURITY;
ALTER TABLE comptes.demandes_de_secours ADD CONSTRAINT ck_demandes_de_secours_deux_personnes
    CHECK (premier <> compte AND second <> compte AND premier <> second AND (etat NOT IN ('Accordee', 'Faite') OR second IS NOT NULL));
-- One at a time for each person.
CREATE UNIQUE INDEX ux_demandes_de_secours_ouverte ON comptes.demandes_de_secours (compte) WHERE etat = 'EnAttente';
CREATE POLICY lire ON comptes.demandes_de_secours FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure'))
        AND compte IN (SELECT a.compte FROM comptes.appartenances a WHERE a.organisation = (SELECT noyau.organisation()) AND a.fin IS NULL)));
CREATE POLICY demander ON comptes.demandes_de_secours FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY repondre ON comptes.demandes_de_secours FOR UPDATE USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));
CREATE POLICY effacer ON comptes.demandes_de_secours FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The operator's command makes the national organisation and its first administrator, and looks whether there is one.
CREATE FUNCTION comptes.a_un_administrateur(p_maintenant timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT EXISTS (
        SELECT 1 FROM comptes.appartenances a JOIN comptes.comptes c ON c.id = a.compte AND c.etat = 'Actif' AND NOT c.demonstration
        WHERE a.role = 'administrateur' AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant))
$$;
REVOKE ALL ON FUNCTION comptes.a_un_administrateur FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.a_un_administrateur TO faireavec_app;


-- Organisations that are searched and merged, members, invitations, terms, inactivity: what the database refuses whatever the code does.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
UPDATE comptes.organisations SET nom_recherche = translate(lower(nom), 'àâäçéèêëîïôöùûüÿ’''-', 'aaaceeeeiioouuuy   ');
CREATE INDEX ix_organisations_nom_recherche ON comptes.organisations USING gin (nom_recherche gin_trgm_ops);

-- Roles that a giver may give: the same table as RolesADonner, and a territory never wider than the giver's.
DROP POLICY ecrire ON comptes.appartenances;
CREATE POLICY ecrire ON comptes.appartenances FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('systeme:connexion', 'systeme:commande', 'systeme:demarrage'))
    OR ((SELECT noyau.a_role('administrateur')) AND role <> 'client_api')
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant') AND departements = '{}'
        AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('referent', 'gestionnaire_structure') AND departements = '{}'
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur') AND departements <@ (SELECT noyau.departements())
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- What a merge moved: an act of the national team, that auditors read.
GRANT SELECT, INSERT ON comptes.reunions, comptes.elements_reunis TO faireavec_app;
GRANT UPDATE (defaite_le, defaite_par) ON comptes.reunions TO faireavec_app;
ALTER TABLE comptes.reunions ENABLE ROW LEVEL SECURITY;
ALTER TABLE comptes.elements_reunis ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.reunions FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:commande', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.reunions FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur')));
CREATE POLICY defaire ON comptes.reunions FOR UPDATE USING ((SELECT noyau.a_role('administrateur')));
CREATE POLICY lire ON comptes.elements_reunis FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:commande', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.elements_reunis FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur')));

-- Invitations: those who may invite there, and the one whose address it is.
GRANT SELECT, INSERT ON comptes.invitations TO faireavec_app;
GRANT UPDATE (expire_le, envoi, envoyee_le, acceptee_le, acceptee_par, annulee_le, compte_cree) ON comptes.invitations TO faireavec_app;
ALTER TABLE comptes.invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.invitations FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[])))
    OR cle_du_courriel = (SELECT c.cle_du_courriel FROM comptes.comptes c WHERE c.id = (SELECT noyau.compte())));
CREATE POLICY inviter ON comptes.invitations FOR INSERT WITH CHECK (
    invitee_par = (SELECT noyau.compte()) AND (
        ((SELECT noyau.a_role('administrateur')) AND role <> 'client_api')
        OR (role IN ('mediateur', 'conseiller_numerique', 'aidant') AND departements = '{}'
            AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
        OR (role IN ('referent', 'gestionnaire_structure') AND departements = '{}'
            AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
        OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur') AND departements <@ (SELECT noyau.departements())
            AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
            AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[])))));
CREATE POLICY changer ON comptes.invitations FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- The outbox writes to people: it reads their address, and nothing of who works where.
CREATE POLICY lire_pour_ecrire ON comptes.comptes FOR SELECT USING ((SELECT noyau.a_role('systeme:evenements')));

-- Proof of the terms: written once by the person, never changed.
GRANT SELECT, INSERT ON comptes.acceptations_des_conditions TO faireavec_app;
ALTER TABLE comptes.acceptations_des_conditions ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.acceptations_des_conditions FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY accepter ON comptes.acceptations_des_conditions FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:demarrage')));

-- First steps: one's own.
GRANT SELECT, INSERT, DELETE ON comptes.premiers_pas TO faireavec_app;
ALTER TABLE comptes.premiers_pas ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.premiers_pas FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:commande', 'systeme:taches')));
CREATE POLICY cocher ON comptes.premiers_pas FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()));
CREATE POLICY decocher ON comptes.premiers_pas FOR DELETE USING (compte = (SELECT noyau.compte()));

-- Inactivity: whoever sees the account knows why it is suspended.
GRANT SELECT, INSERT ON comptes.avis_d_inactivite TO faireavec_app;
GRANT UPDATE (averti_le, suspendu_le, retabli_le, retabli_par) ON comptes.avis_d_inactivite TO faireavec_app;
ALTER TABLE comptes.avis_d_inactivite ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.avis_d_inactivite FOR SELECT USING (compte IN (SELECT id FROM comptes.comptes));
CREATE POLICY avertir ON comptes.avis_d_inactivite FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY changer ON comptes.avis_d_inactivite FOR UPDATE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:connexion')));

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.invitation_jours', '2026-01-01', 7, 'Décision du projet : une semaine pour répondre'),
    ('comptes.inactivite_avis_mois', '2026-01-01', 11, 'Décision du projet : un mois pour se reconnecter avant la suspension'),
    ('comptes.inactivite_suspension_mois', '2026-01-01', 12, 'Décision du projet : un an sans connexion');


-- Rights of people on what is known of them: requests, proofs of erasure, consents, access log, codes for the support; what each purge did.
-- Works in the system context 'systeme:droits' for what a person or a manager decides about one account, in a scope of its own.

-- What the purges did holds nothing about a person.
GRANT SELECT, INSERT ON noyau.purges TO faireavec_app;

-- The job of the reports is now one of the purges.
DO $$ BEGIN
    IF to_regclass('taches.qrtz_job_details') IS NOT NULL THEN
        DELETE FROM taches.qrtz_cron_triggers WHERE trigger_name = 'cartographie.signalements';
        DELETE FROM taches.qrtz_triggers WHERE trigger_name = 'cartographie.signalements';
        DELETE FROM taches.qrtz_job_details WHERE job_name = 'cartographie.signalements';
    END IF;
END $$;

-- What the journal says of one person, and what one person wrote, without reading all of it.
CREATE INDEX ix_journal_personne ON noyau.journal (personne, instant) WHERE personne IS NOT NULL;
CREATE INDEX ix_journal_compte ON noyau.journal (acteur, instant) WHERE length(acteur) = 36;

-- The key of a person, to read what the journal says of them: for that person only, and never made by reading.
CREATE FUNCTION noyau.ma_cle() RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT cle FROM noyau.cles_personnes WHERE personne = noyau.compte() AND NOT noyau.a_role('regard')
$$;
REVOKE ALL ON FUNCTION noyau.ma_cle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.ma_cle TO faireavec_app;

-- Requests: the person, who answers (national team; manager, for a person of their organisation only), auditors.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.demandes_de_droits TO faireavec_app;
ALTER TABLE comptes.demandes_de_droits ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.demandes_de_droits FOR SELECT USING (
    personne = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:droits', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));
CREATE POLICY demander ON comptes.demandes_de_droits FOR INSERT WITH CHECK (
    personne = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY traiter ON comptes.demandes_de_droits FOR UPDATE USING (
    personne = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:droits', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));
CREATE POLICY effacer ON comptes.demandes_de_droits FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Proofs of erasure: no name in them. The public page reads one by its code, in the system context.
GRANT SELECT, INSERT, DELETE ON comptes.effacements TO faireavec_app;
ALTER TABLE comptes.effacements ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.effacements FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.effacements FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY effacer ON comptes.effacements FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Consents: the person, who recorded it, auditors. Texts hold nothing about a person.
GRANT SELECT, INSERT ON comptes.textes_d_accord TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.accords TO faireavec_app;
GRANT UPDATE (retire_le, moyen_du_retrait) ON comptes.accords TO faireavec_app;
ALTER TABLE comptes.accords ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.accords FOR SELECT USING (
    personne = (SELECT noyau.compte()) OR recueilli_par = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY donner ON comptes.accords FOR INSERT WITH CHECK (recueilli_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY retirer ON comptes.accords FOR UPDATE USING (
    personne = (SELECT noyau.compte()) OR recueilli_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY effacer ON comptes.accords FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Access log: written by all in their own name, read by the person concerned and by auditors. Who looked can't read what others looked at.
GRANT SELECT, INSERT, DELETE ON comptes.consultations TO faireavec_app;
ALTER TABLE comptes.consultations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.consultations FOR SELECT USING (
    personne = (SELECT noyau.compte()) OR (SELECT noyau.a_role('auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY noter ON comptes.consultations FOR INSERT WITH CHECK (par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON comptes.consultations FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Codes for the support: made by the person; used in the system context, so that the support reads none.
GRANT SELECT, INSERT, DELETE ON comptes.codes_d_assistance TO faireavec_app;
GRANT UPDATE (utilise_le, essais) ON comptes.codes_d_assistance TO faireavec_app;
ALTER TABLE comptes.codes_d_assistance ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.codes_d_assistance FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY faire ON comptes.codes_d_assistance FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY utiliser ON comptes.codes_d_assistance FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON comptes.codes_d_assistance FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- One account is closed and erased in the system context of rights; the nightly job erases those that closed long ago.
CREATE POLICY droits_lire ON comptes.comptes FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_changer ON comptes.comptes FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.appartenances FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_finir ON comptes.appartenances FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.membres_d_equipe FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_finir ON comptes.membres_d_equipe FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.sessions FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_changer ON comptes.sessions FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_effacer ON comptes.sessions FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));

-- Whoever looks as somebody else ('regard' beside the roles of the one looked at) reads no session and no other consent than their own right gives:
-- what is about that person's rights stays with that person.
CREATE POLICY pas_en_regardant ON comptes.demandes_de_droits AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role('regard')));
CREATE POLICY pas_en_regardant ON comptes.consultations AS RESTRICTIVE FOR SELECT USING (NOT (SELECT noyau.a_role('regard')));
CREATE POLICY pas_en_regardant ON comptes.accords AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role('regard')));


-- Clients of the API: who may read them, their tokens, their use.
GRANT SELECT, INSERT ON comptes.clients_api TO faireavec_app;
GRANT UPDATE (nom, etendues, portee, departements, limite_par_seconde, revoque_le, motif_de_revocation) ON comptes.clients_api TO faireavec_app;
ALTER TABLE comptes.clients_api ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.clients_api FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches', 'systeme:commande', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('client_api')) AND id = (SELECT noyau.compte())));
-- A manager of an organisation gives what is their organisation's, nothing wider: kept here too.
CREATE POLICY creer ON comptes.clients_api FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()) AND portee = 'Organisation'));
CREATE POLICY changer ON comptes.clients_api FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:commande'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));

GRANT SELECT, INSERT ON comptes.secrets_de_client TO faireavec_app;
GRANT UPDATE (expire_le) ON comptes.secrets_de_client TO faireavec_app;
ALTER TABLE comptes.secrets_de_client ENABLE ROW LEVEL SECURITY;
-- Under the policies of the client: whoever reads it reads that it has secrets (hashes, dates).
CREATE POLICY lire ON comptes.secrets_de_client FOR SELECT USING (client IN (SELECT id FROM comptes.clients_api) AND NOT (SELECT noyau.a_role('client_api')));
CREATE POLICY creer ON comptes.secrets_de_client FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY changer ON comptes.secrets_de_client FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));

-- Tokens: opaque, one hour; only their hash is here. Reached by the functions below alone.
CREATE TABLE comptes.jetons_api (
    empreinte bytea PRIMARY KEY,
    client uuid NOT NULL REFERENCES comptes.clients_api,
    secret uuid NOT NULL REFERENCES comptes.secrets_de_client,
    etendues text[] NOT NULL,
    emis_le timestamptz NOT NULL,
    expire_le timestamptz NOT NULL
);
CREATE INDEX ix_jetons_api_expire_le ON comptes.jetons_api (expire_le);
ALTER TABLE comptes.jetons_api ENABLE ROW LEVEL SECURITY;
GRANT SELECT (expire_le), DELETE ON comptes.jetons_api TO faireavec_app;
CREATE POLICY lire ON comptes.jetons_api FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY effacer ON comptes.jetons_api FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The client that this secret opens now, or nothing. One answer for all that is wrong.
CREATE FUNCTION comptes.client_ouvert(p_client uuid, p_secret bytea, p_maintenant timestamptz)
RETURNS TABLE (secret uuid, etendues text[], fin timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT s.id, c.etendues, s.expire_le
    FROM comptes.secrets_de_client s JOIN comptes.clients_api c ON c.id = s.client JOIN comptes.organisations o ON o.id = c.organisation
    WHERE s.empreinte = p_secret AND c.id = p_client AND s.expire_le > p_maintenant AND c.revoque_le IS NULL AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
$$;

CREATE FUNCTION comptes.emettre_jeton(p_empreinte bytea, p_client uuid, p_secret uuid, p_etendues text[], p_maintenant timestamptz, p_fin timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    INSERT INTO comptes.jetons_api (empreinte, client, secret, etendues, emis_le, expire_le) VALUES (p_empreinte, p_client, p_secret, p_etendues, p_maintenant, p_fin);
    UPDATE comptes.secrets_de_client SET vu_le = p_maintenant WHERE id = p_secret AND (vu_le IS NULL OR vu_le < p_maintenant - interval '1 minute');
$$;

-- Who holds this token, with all that a request needs. A scope taken back since is not in it any more.
CREATE FUNCTION comptes.jeton_ouvert(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (client uuid, nom text, organisation uuid, nom_organisation text, etendues text[], portee text, departements text[], limite integer, fin timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT c.id, c.nom::text, c.organisation, o.nom::text, ARRAY(SELECT e FROM unnest(j.etendues) e WHERE e = ANY (c.etendues)), c.portee::text, c.departements, c.limite_par_seconde,
           least(j.expire_le, s.expire_le)
    FROM comptes.jetons_api j JOIN comptes.clients_api c ON c.id = j.client JOIN comptes.secrets_de_client s ON s.id = j.secret JOIN comptes.organisations o ON o.id = c.organisation
    WHERE j.empreinte = p_empreinte AND j.expire_le > p_maintenant AND s.expire_le > p_maintenant AND c.revoque_le IS NULL AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.client_ouvert, comptes.emettre_jeton, comptes.jeton_ouvert FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.client_ouvert, comptes.emettre_jeton, comptes.jeton_ouvert TO faireavec_app;

-- What nodes remember of a client is forgotten at once, whoever changed it: a trigger, so that no code can forget.
CREATE FUNCTION comptes.annoncer_client() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_TABLE_NAME = 'secrets_de_client' THEN
        PERFORM pg_notify('comptes_clients', NEW.client::text);
    ELSIF TG_TABLE_NAME = 'clients_api' THEN
        PERFORM pg_notify('comptes_clients', NEW.id::text);
    ELSE
        PERFORM pg_notify('comptes_clients', '');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER annoncer AFTER UPDATE ON comptes.clients_api FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();
CREATE TRIGGER annoncer AFTER UPDATE OF expire_le ON comptes.secrets_de_client FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();
CREATE TRIGGER annoncer_clients AFTER UPDATE OF fermee_le, fusionnee_dans ON comptes.organisations FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();

-- Use, counted per day. Nodes add what they counted, several times a minute.
CREATE TABLE comptes.usages_de_client (
    client uuid NOT NULL REFERENCES comptes.clients_api,
    jour date NOT NULL,
    demandes bigint NOT NULL,
    refusees bigint NOT NULL,
    limitees bigint NOT NULL,
    pannes bigint NOT NULL,
    PRIMARY KEY (client, jour)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.usages_de_client TO faireavec_app;
ALTER TABLE comptes.usages_de_client ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.usages_de_client FOR SELECT USING (client IN (SELECT id FROM comptes.clients_api) OR (SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY compter ON comptes.usages_de_client FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY ajouter ON comptes.usages_de_client FOR UPDATE USING ((SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY effacer ON comptes.usages_de_client FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The name of a client, for the journal's readers. Nothing else of it.
CREATE FUNCTION comptes.nom_du_client(p_client uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT nom FROM comptes.clients_api WHERE id = p_client
$$;
REVOKE ALL ON FUNCTION comptes.nom_du_client FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.nom_du_client TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.usages_jours', '2026-01-01', 400, 'Décision du projet : comparer un mois au même mois de l’an dernier');

-- Webhooks: under the policies of their client.
GRANT SELECT, INSERT ON comptes.webhooks TO faireavec_app;
GRANT UPDATE (evenements, url, etat, en_echec_depuis) ON comptes.webhooks TO faireavec_app;
ALTER TABLE comptes.webhooks ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.webhooks FOR SELECT USING (
    (SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements')) OR client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY creer ON comptes.webhooks FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY changer ON comptes.webhooks FOR UPDATE USING (
    (SELECT noyau.a_role('systeme:webhooks'))
    OR ((SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api)));
ALTER POLICY lire ON comptes.clients_api USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches', 'systeme:commande', 'systeme:evenements', 'systeme:webhooks'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('client_api')) AND id = (SELECT noyau.compte())));

-- One delivery of one event to one webhook, with the body as it is sent each time.
CREATE TABLE comptes.livraisons_de_webhook (
    id uuid PRIMARY KEY,
    webhook uuid NOT NULL REFERENCES comptes.webhooks,
    evenement uuid NOT NULL,
    nom text NOT NULL,
    corps text NOT NULL,
    cree_le timestamptz NOT NULL,
    essais integer NOT NULL DEFAULT 0,
    prochain_essai timestamptz,
    recue_le timestamptz,
    statut integer,
    erreur text,
    duree_ms integer,
    UNIQUE (webhook, evenement)
);
CREATE INDEX ix_livraisons_de_webhook_dues ON comptes.livraisons_de_webhook (prochain_essai) WHERE prochain_essai IS NOT NULL;
CREATE INDEX ix_livraisons_de_webhook_recentes ON comptes.livraisons_de_webhook (webhook, cree_le DESC);
GRANT SELECT, INSERT, DELETE ON comptes.livraisons_de_webhook TO faireavec_app;
GRANT UPDATE (essais, prochain_essai, recue_le, statut, erreur, duree_ms) ON comptes.livraisons_de_webhook TO faireavec_app;
ALTER TABLE comptes.livraisons_de_webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.livraisons_de_webhook FOR SELECT USING (
    (SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements', 'systeme:taches')) OR webhook IN (SELECT id FROM comptes.webhooks));
CREATE POLICY creer ON comptes.livraisons_de_webhook FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('systeme:evenements', 'administrateur', 'gestionnaire_structure')) AND webhook IN (SELECT id FROM comptes.webhooks));
CREATE POLICY changer ON comptes.livraisons_de_webhook FOR UPDATE USING (
    (SELECT noyau.a_role('systeme:webhooks'))
    OR ((SELECT noyau.a_role('administrateur', 'gestionnaire_structure')) AND webhook IN (SELECT id FROM comptes.webhooks)));
CREATE POLICY effacer ON comptes.livraisons_de_webhook FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Which events are waited for outside, for every node.
CREATE FUNCTION comptes.evenements_attendus() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT coalesce(array_agg(DISTINCT e), '{}') FROM comptes.webhooks w, unnest(w.evenements) e WHERE w.etat = 'Actif'
$$;
REVOKE ALL ON FUNCTION comptes.evenements_attendus FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.evenements_attendus TO faireavec_app;
CREATE FUNCTION comptes.annoncer_webhook() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_notify('comptes_webhooks', TG_ARGV[0]);
    RETURN NULL;
END $$;
CREATE TRIGGER annoncer AFTER INSERT OR UPDATE OF evenements, etat ON comptes.webhooks FOR EACH STATEMENT EXECUTE FUNCTION comptes.annoncer_webhook('attendus');
CREATE TRIGGER annoncer AFTER INSERT ON comptes.livraisons_de_webhook FOR EACH STATEMENT EXECUTE FUNCTION comptes.annoncer_webhook('a-livrer');
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.webhooks_jours_d_echec', '2026-01-01', 5, 'Décision du projet : une semaine de travail pour réparer'),
    ('comptes.livraisons_jours', '2026-01-01', 30, 'Décision du projet : un mois pour rejouer');

-- Where the one who answers for a client is written to. Of this account, for this, and nothing else.
CREATE FUNCTION comptes.courriel_du_responsable(p_client uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT (SELECT c.courriel::text FROM comptes.clients_api a JOIN comptes.comptes c ON c.id = a.responsable AND c.etat = 'Actif' WHERE a.id = p_client AND noyau.a_role('systeme:evenements'))
$$;
REVOKE ALL ON FUNCTION comptes.courriel_du_responsable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.courriel_du_responsable TO faireavec_app;


-- What those who run the platform see and set: mail, features, maintenance, dated parameters, reports of the browsers.
CREATE TABLE noyau.courriels (
    id uuid PRIMARY KEY,
    destinataire text NOT NULL,
    categorie text NOT NULL,
    instant timestamptz NOT NULL,
    etat text NOT NULL CHECK (etat IN ('envoye', 'echec')),
    erreur text
);
CREATE INDEX ix_courriels_instant ON noyau.courriels (instant);
GRANT SELECT, INSERT, DELETE ON noyau.courriels TO faireavec_app;
ALTER TABLE noyau.courriels ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON noyau.courriels FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches')));
CREATE POLICY ecrire ON noyau.courriels FOR INSERT WITH CHECK (true);
CREATE POLICY effacer ON noyau.courriels FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- A feature is off until somebody turns it on.
CREATE TABLE noyau.fonctionnalites (
    nom text PRIMARY KEY,
    active boolean NOT NULL,
    changee_le timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON noyau.fonctionnalites TO faireavec_app;
ALTER TABLE noyau.fonctionnalites ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON noyau.fonctionnalites FOR SELECT USING (true);
CREATE POLICY creer ON noyau.fonctionnalites FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur', 'systeme:commande')));
CREATE POLICY changer ON noyau.fonctionnalites FOR UPDATE USING ((SELECT noyau.a_role('administrateur', 'systeme:commande')));

CREATE TABLE noyau.maintenances (
    id uuid PRIMARY KEY,
    texte text NOT NULL CHECK (length(texte) BETWEEN 1 AND 300),
    debut timestamptz NOT NULL,
    fin timestamptz NOT NULL CHECK (fin > debut),
    lecture_seule boolean NOT NULL,
    creee_le timestamptz NOT NULL,
    retiree_le timestamptz
);
GRANT SELECT, INSERT ON noyau.maintenances TO faireavec_app;
GRANT UPDATE (retiree_le) ON noyau.maintenances TO faireavec_app;
ALTER TABLE noyau.maintenances ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON noyau.maintenances FOR SELECT USING (true);
CREATE POLICY creer ON noyau.maintenances FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur', 'systeme:commande')));
CREATE POLICY retirer ON noyau.maintenances FOR UPDATE USING ((SELECT noyau.a_role('administrateur', 'systeme:commande')));

CREATE FUNCTION noyau.annoncer_reglages() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_notify('noyau_reglages', '');
    RETURN NULL;
END $$;
CREATE TRIGGER annoncer AFTER INSERT OR UPDATE ON noyau.fonctionnalites FOR EACH STATEMENT EXECUTE FUNCTION noyau.annoncer_reglages();
CREATE TRIGGER annoncer AFTER INSERT OR UPDATE ON noyau.maintenances FOR EACH STATEMENT EXECUTE FUNCTION noyau.annoncer_reglages();

-- Dated parameters: a value is added, never changed nor removed.
GRANT INSERT ON noyau.parametres TO faireavec_app;
ALTER TABLE noyau.parametres ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON noyau.parametres FOR SELECT USING (true);
CREATE POLICY ajouter ON noyau.parametres FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur', 'systeme:commande')));
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('noyau.courriels_jours', '2026-01-01', 90, 'Décision du projet : trois mois pour répondre à « je n’ai rien reçu »'),
    ('noyau.rapports_csp_jours', '2026-01-01', 90, 'Décision du projet');

-- What browsers refused, counted: no address, no page, nobody.
CREATE TABLE noyau.rapports_csp (
    jour date NOT NULL,
    directive text NOT NULL,
    origine text NOT NULL,
    nombre bigint NOT NULL,
    PRIMARY KEY (jour, directive, origine)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON noyau.rapports_csp TO faireavec_app;

-- The last verifications of the journal, by the job of the night.
CREATE TABLE noyau.verifications (
    faite_le timestamptz PRIMARY KEY,
    chaines integer NOT NULL,
    entrees bigint NOT NULL,
    defauts integer NOT NULL,
    premier_defaut text
);
GRANT SELECT, INSERT, DELETE ON noyau.verifications TO faireavec_app;
CREATE INDEX ix_journal_instant ON noyau.journal (instant);
CREATE INDEX ix_journal_acteur ON noyau.journal (acteur, instant);

-- The key of a person, only when there is one: reading the journal makes none.
CREATE FUNCTION noyau.lire_cle_de_personne(p_personne uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT cle FROM noyau.cles_personnes WHERE personne = p_personne
$$;
REVOKE ALL ON FUNCTION noyau.lire_cle_de_personne FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.lire_cle_de_personne TO faireavec_app;

-- Keys of people, closed by the operator's key: those that aren't closed as they should be, and their change, one by one, only if nobody changed them meanwhile.
CREATE FUNCTION noyau.cles_a_fermer(p_debut bytea, p_apres uuid, p_limite integer) RETURNS TABLE (personne uuid, cle bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT k.personne, k.cle FROM noyau.cles_personnes k
    WHERE k.personne > p_apres AND substring(k.cle FOR length(p_debut)) <> p_debut AND noyau.a_role('systeme:cles')
    ORDER BY k.personne LIMIT p_limite
$$;
CREATE FUNCTION noyau.fermer_cles(p_personnes uuid[], p_avant bytea[], p_apres bytea[]) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    WITH faites AS (
        UPDATE noyau.cles_personnes k SET cle = n.apres FROM unnest(p_personnes, p_avant, p_apres) n (personne, avant, apres)
        WHERE k.personne = n.personne AND k.cle = n.avant AND noyau.a_role('systeme:cles') RETURNING 1)
    SELECT count(*)::int FROM faites
$$;
REVOKE ALL ON FUNCTION noyau.cles_a_fermer, noyau.fermer_cles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.cles_a_fermer, noyau.fermer_cles TO faireavec_app;


-- What signing in and invitations hold about somebody: told to that person, and taken away when the account is erased. Definer: their tables are closed
-- to the context that answers people's rights; the functions look at who asks and at the account's state themselves.
CREATE FUNCTION comptes.mes_moyens(p_compte uuid) RETURNS TABLE (sorte text, nom text, cree_le timestamptz, utilise_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT x.sorte, x.nom, x.cree_le, x.utilise_le FROM (
        SELECT 'cle'::text, c.nom::text, c.creee_le, c.utilisee_le FROM comptes.cles_d_acces c WHERE c.compte = p_compte
        UNION ALL SELECT 'application', NULL, a.creee_le, a.utilisee_le FROM comptes.applications_de_codes a WHERE a.compte = p_compte
        UNION ALL SELECT 'carte', k.serie, k.attachee_le, k.utilisee_le FROM comptes.cartes_a_codes k WHERE k.compte = p_compte
        UNION ALL SELECT 'navigateur', n.nom, n.premier_le, n.vu_le FROM comptes.navigateurs_connus n WHERE n.compte = p_compte
        UNION ALL SELECT 'courriel', e.nouveau, e.demande_le, e.fait_le FROM comptes.changements_de_courriel e WHERE e.compte = p_compte
        UNION ALL SELECT 'identite', i.federation::text, i.liee_le, NULL FROM comptes.identites_externes i WHERE i.compte = p_compte
        UNION ALL SELECT 'invitation', v.courriel, v.creee_le, v.acceptee_le FROM comptes.invitations v WHERE v.acceptee_par = p_compte OR v.compte_cree = p_compte
    ) x (sorte, nom, cree_le, utilise_le)
    WHERE p_compte = noyau.compte() OR noyau.a_role('systeme:droits')
    ORDER BY 3
$$;

CREATE FUNCTION comptes.effacer_les_moyens(p_compte uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_nombre integer := 0;
    v_effaces integer;
    v_table text;
    v_invitation uuid;
BEGIN
    IF NOT noyau.a_role('systeme:droits') OR NOT EXISTS (SELECT 1 FROM comptes.comptes WHERE id = p_compte AND etat IN ('Clos', 'Efface')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only a closed account is erased.';
    END IF;

    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'navigateurs_connus', 'changements_de_courriel', 'demandes_de_secours', 'liens_de_connexion', 'identites_externes'] LOOP
        EXECUTE format('DELETE FROM comptes.%I WHERE compte = $1', v_table) USING p_compte;
        GET DIAGNOSTICS v_effaces = ROW_COUNT;
        v_nombre := v_nombre + v_effaces;
    END LOOP;

    -- A card is an object: it goes back to the lot.
    UPDATE comptes.cartes_a_codes SET compte = NULL, attachee_le = NULL, utilisee_le = NULL WHERE compte = p_compte;
    -- An invitation stands in the journal as a person of its own.
    FOR v_invitation IN DELETE FROM comptes.invitations WHERE acceptee_par = p_compte OR compte_cree = p_compte RETURNING id LOOP
        PERFORM noyau.oublier_personne(v_invitation);
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION comptes.mes_moyens, comptes.effacer_les_moyens FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_moyens, comptes.effacer_les_moyens TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126022758_ComptesEtExploitation', '10.0.11');

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'accompagnement') THEN
        CREATE SCHEMA accompagnement;
    END IF;
END $EF$;

CREATE TABLE accompagnement.activites (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    equipes uuid[] NOT NULL,
    type character varying(40) NOT NULL,
    jour date NOT NULL,
    duree integer NOT NULL,
    type_de_lieu character varying(40),
    lieu character varying(200),
    commune character varying(5),
    departement character varying(3),
    thematiques text[] NOT NULL,
    part_a_la_place integer,
    part_avec integer,
    part_faire integer,
    motif_a_la_place character varying(40),
    situation character varying(40),
    materiels text[] NOT NULL,
    demarche character varying(200),
    suite character varying(200),
    autonomie character varying(40),
    orientee boolean,
    structure_de_redirection character varying(40),
    genre character varying(40),
    age character varying(40),
    statut character varying(40),
    commune_de_la_personne character varying(5),
    deja_accompagnee boolean,
    titre character varying(200),
    niveau character varying(40),
    sans_nom integer NOT NULL,
    suivies integer NOT NULL,
    effectifs jsonb,
    coordination jsonb,
    etiquettes uuid[] NOT NULL,
    rendez_vous uuid,
    origine character varying(40) NOT NULL,
    empreinte bytea NOT NULL,
    enregistree_le timestamp with time zone NOT NULL,
    modifiee_le timestamp with time zone NOT NULL,
    version integer NOT NULL,
    supprimee_le timestamp with time zone,
    CONSTRAINT pk_activites PRIMARY KEY (id)
);

CREATE TABLE accompagnement.compteurs_du_jour (
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    jour date NOT NULL,
    lieu character varying(200) NOT NULL,
    equipes uuid[] NOT NULL,
    individuels integer NOT NULL,
    ateliers integer NOT NULL,
    coordinations integer NOT NULL,
    participants integer NOT NULL,
    accompagnements integer NOT NULL,
    minutes integer NOT NULL,
    minutes_de_posture integer NOT NULL,
    part_a_la_place bigint NOT NULL,
    part_avec bigint NOT NULL,
    part_faire bigint NOT NULL,
    CONSTRAINT pk_compteurs_du_jour PRIMARY KEY (auteur, jour, lieu, organisation, equipes)
);

CREATE TABLE accompagnement.personnes (
    id uuid NOT NULL,
    niveau character varying(20) NOT NULL,
    organisation uuid NOT NULL,
    demonstration boolean NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    fusionnee_dans uuid,
    CONSTRAINT pk_personnes PRIMARY KEY (id),
    CONSTRAINT fk_personnes_personnes_fusionnee_dans FOREIGN KEY (fusionnee_dans) REFERENCES accompagnement.personnes (id) ON DELETE RESTRICT
);

CREATE TABLE accompagnement.accompagnements (
    activite uuid NOT NULL,
    personne uuid NOT NULL,
    auteur uuid NOT NULL,
    jour date NOT NULL,
    CONSTRAINT pk_accompagnements PRIMARY KEY (activite, personne),
    CONSTRAINT fk_accompagnements_activites_activite FOREIGN KEY (activite) REFERENCES accompagnement.activites (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.notes_d_activites (
    activite uuid NOT NULL,
    auteur uuid NOT NULL,
    texte character varying(4000) NOT NULL,
    CONSTRAINT pk_notes_d_activites PRIMARY KEY (activite),
    CONSTRAINT fk_notes_d_activites_activites_activite FOREIGN KEY (activite) REFERENCES accompagnement.activites (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.suivis (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    organisation uuid NOT NULL,
    compte uuid,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone,
    CONSTRAINT pk_suivis PRIMARY KEY (id),
    CONSTRAINT fk_suivis_personnes_personne FOREIGN KEY (personne) REFERENCES accompagnement.personnes (id) ON DELETE CASCADE
);

CREATE INDEX ix_accompagnements_personne_jour ON accompagnement.accompagnements (personne, jour);

CREATE INDEX ix_activites_auteur_jour_id ON accompagnement.activites (auteur, jour, id);

CREATE UNIQUE INDEX ix_activites_rendez_vous ON accompagnement.activites (rendez_vous) WHERE rendez_vous IS NOT NULL;

CREATE INDEX ix_suivis_compte ON accompagnement.suivis (compte) WHERE fin IS NULL;

CREATE INDEX ix_suivis_organisation ON accompagnement.suivis (organisation) WHERE fin IS NULL AND compte IS NULL;

CREATE INDEX ix_suivis_personne ON accompagnement.suivis (personne);

-- The teams that the one who asks coordinates, as the policies of row security read them.
CREATE FUNCTION noyau.equipes() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.equipes', true), ''), ',')::uuid[], '{}')
$$;
GRANT EXECUTE ON FUNCTION noyau.equipes TO faireavec_app;


-- For whom somebody works, in which roles and teams, over time: what an act takes from its author. Read by the application only, never shown.
CREATE FUNCTION comptes.emploi_de(p_compte uuid, p_organisation uuid) RETURNS TABLE (genre text, quoi text, debut timestamptz, fin timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT 'role', a.role, a.debut, a.fin FROM comptes.appartenances a WHERE a.compte = p_compte AND a.organisation = p_organisation
    UNION ALL
    SELECT 'equipe', m.equipe::text, m.debut, m.fin FROM comptes.membres_d_equipe m WHERE m.compte = p_compte AND NOT m.coordonne
    UNION ALL
    SELECT 'siege', o.code_insee, NULL, NULL FROM comptes.organisations o WHERE o.id = p_organisation AND o.fermee_le IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.emploi_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.emploi_de TO faireavec_app;


-- Acts, the people in them, who follows whom, and the counters of the day: what the database refuses whatever the code does.

-- The people whom the one who asks follows today: by themselves, or as every médiateur of their organisation. Definer: policies of the tables below use it.
CREATE FUNCTION accompagnement.mes_personnes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte = noyau.compte()
    UNION
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte IS NULL AND organisation = noyau.organisation()
       AND noyau.a_role('mediateur', 'conseiller_numerique')
$$;
REVOKE ALL ON FUNCTION accompagnement.mes_personnes FROM PUBLIC;
GRANT USAGE ON SCHEMA accompagnement TO faireavec_app;
GRANT EXECUTE ON FUNCTION accompagnement.mes_personnes TO faireavec_app;

-- People. Whoever manages, pays, supports or runs the platform reads none of them.
GRANT SELECT, INSERT, UPDATE ON accompagnement.personnes TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.suivis TO faireavec_app;
GRANT UPDATE (fin) ON accompagnement.suivis TO faireavec_app;
ALTER TABLE accompagnement.personnes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.suivis ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.personnes FOR SELECT USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.personnes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.personnes FOR UPDATE USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY lire ON accompagnement.suivis FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.suivis FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()) AND (compte IS NULL OR compte = (SELECT noyau.compte())))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY finir ON accompagnement.suivis FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));

-- Acts: one's own; those of one's teams for their coordinator, without the people; those of its organisation for a client of the API, which writes them.
ALTER TABLE accompagnement.activites
    ADD CHECK (duree BETWEEN 0 AND 1439),
    ADD CHECK (part_a_la_place IS NULL OR (part_a_la_place BETWEEN 0 AND 100 AND part_avec BETWEEN 0 AND 100 AND part_faire BETWEEN 0 AND 100 AND part_a_la_place + part_avec + part_faire = 100)),
    ADD CHECK (sans_nom >= 0 AND suivies >= 0);
CREATE INDEX ix_activites_equipes ON accompagnement.activites USING gin (equipes);
GRANT SELECT, INSERT, UPDATE ON accompagnement.activites TO faireavec_app;
ALTER TABLE accompagnement.activites ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.activites FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
    OR ((SELECT noyau.a_role('client_api')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.activites FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()))
    OR ((SELECT noyau.a_role('client_api')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.activites FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.accompagnements TO faireavec_app;
ALTER TABLE accompagnement.accompagnements ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.accompagnements FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.accompagnements FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte()) AND personne IN (SELECT accompagnement.mes_personnes())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.accompagnements FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY retirer ON accompagnement.accompagnements FOR DELETE USING (
    auteur = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.notes_d_activites TO faireavec_app;
ALTER TABLE accompagnement.notes_d_activites ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON accompagnement.notes_d_activites USING (auteur = (SELECT noyau.compte())) WITH CHECK (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('client_api')));

-- Counters of the day. Written by the trigger alone.
GRANT SELECT ON accompagnement.compteurs_du_jour TO faireavec_app;
ALTER TABLE accompagnement.compteurs_du_jour ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.compteurs_du_jour FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
    OR (SELECT noyau.a_role('systeme:taches')));

-- Adds (1) or takes away (-1) an act.
CREATE FUNCTION accompagnement.ajouter_aux_compteurs(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           signe * (a.type IN ('Individuel', 'Demarche'))::integer,
           signe * (a.type = 'Collectif')::integer,
           signe * (a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer,
           signe * CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END,
           signe * (a.sans_nom + a.suivies),
           signe * CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END,
           signe * CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END,
           signe * a.duree::bigint * coalesce(a.part_a_la_place, 0),
           signe * a.duree::bigint * coalesce(a.part_avec, 0),
           signe * a.duree::bigint * coalesce(a.part_faire, 0)
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire
$$;
REVOKE ALL ON FUNCTION accompagnement.ajouter_aux_compteurs FROM PUBLIC;

CREATE FUNCTION accompagnement.compter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The smaller key first: two corrections at once never wait for each other in a circle.
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL AND (NEW.supprimee_le IS NOT NULL OR OLD.jour <= NEW.jour) THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_compteurs(NEW, 1);
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL AND NEW.supprimee_le IS NULL AND OLD.jour > NEW.jour THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER compter AFTER INSERT OR UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.compter();

-- Where the counters of a time differ from the acts. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_des_compteurs(p_du date, p_au date) RETURNS TABLE (auteur uuid, jour date, lieu text, mesure text, compteur bigint, recompte bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH recompte AS (
        SELECT a.auteur, a.jour, coalesce(a.lieu, '') AS lieu, a.organisation, a.equipes,
               count(*) FILTER (WHERE a.type IN ('Individuel', 'Demarche')) AS individuels,
               count(*) FILTER (WHERE a.type = 'Collectif') AS ateliers,
               count(*) FILTER (WHERE a.type IN ('Animation', 'Evenement', 'Partenariat')) AS coordinations,
               coalesce(sum(a.sans_nom + a.suivies), 0) AS accompagnements,
               coalesce(sum(a.duree) FILTER (WHERE a.type IN ('Individuel', 'Demarche', 'Collectif')), 0) AS minutes,
               coalesce(sum(a.duree::bigint * a.part_a_la_place), 0) AS part_a_la_place, coalesce(sum(a.duree::bigint * a.part_avec), 0) AS part_avec, coalesce(sum(a.duree::bigint * a.part_faire), 0) AS part_faire
        FROM accompagnement.activites a WHERE a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au
        GROUP BY 1, 2, 3, 4, 5)
    SELECT coalesce(c.auteur, r.auteur), coalesce(c.jour, r.jour), coalesce(c.lieu, r.lieu), v.mesure, v.compteur, v.recompte
    FROM (SELECT * FROM accompagnement.compteurs_du_jour WHERE jour BETWEEN p_du AND p_au) c
    FULL JOIN recompte r ON (c.auteur, c.jour, c.lieu, c.organisation, c.equipes) = (r.auteur, r.jour, r.lieu, r.organisation, r.equipes)
    CROSS JOIN LATERAL (VALUES
        ('individuels', coalesce(c.individuels, 0)::bigint, coalesce(r.individuels, 0)::bigint),
        ('ateliers', coalesce(c.ateliers, 0)::bigint, coalesce(r.ateliers, 0)::bigint),
        ('coordinations', coalesce(c.coordinations, 0)::bigint, coalesce(r.coordinations, 0)::bigint),
        ('accompagnements', coalesce(c.accompagnements, 0)::bigint, coalesce(r.accompagnements, 0)::bigint),
        ('minutes', coalesce(c.minutes, 0)::bigint, coalesce(r.minutes, 0)::bigint),
        ('part_a_la_place', coalesce(c.part_a_la_place, 0)::bigint, coalesce(r.part_a_la_place, 0)::bigint),
        ('part_avec', coalesce(c.part_avec, 0)::bigint, coalesce(r.part_avec, 0)::bigint),
        ('part_faire', coalesce(c.part_faire, 0)::bigint, coalesce(r.part_faire, 0)::bigint)) v(mesure, compteur, recompte)
    WHERE v.compteur <> v.recompte
$$;
REVOKE ALL ON FUNCTION accompagnement.ecarts_des_compteurs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ecarts_des_compteurs TO faireavec_app;

-- Writes an act, the people in it, its note, its journal and its event in one round trip. Runs with the rights of who asks: the policies above hold.
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else; 'personne': somebody isn't followed by who asks.
CREATE FUNCTION accompagnement.enregistrer(
    p_activite jsonb, p_note text, p_personnes uuid[],
    p_journal uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_apres text,
    p_evenement uuid, p_nom text, p_charge jsonb, p_gestionnaires text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v accompagnement.activites := jsonb_populate_record(NULL::accompagnement.activites, p_activite);
BEGIN
    INSERT INTO accompagnement.activites SELECT v.* ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN CASE WHEN EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = v.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja' ELSE 'autre' END;
    END IF;
    IF cardinality(p_personnes) > 0 THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT v.id, coalesce(p.fusionnee_dans, p.id), v.auteur, v.jour FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes);
        IF (SELECT count(*) FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes)) < cardinality(p_personnes) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
    END IF;
    IF p_note IS NOT NULL THEN
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES (v.id, v.auteur, p_note);
    END IF;
    PERFORM noyau.journaliser(p_journal, p_instant, p_chaine, p_acteur, p_processus, NULL, 'creation', 'accompagnement.Activite', v.id::text, NULL, p_apres, NULL, NULL);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES (p_evenement, p_nom, p_charge, p_instant, p_processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT p_evenement, g, p_instant FROM unnest(p_gestionnaires) g;
    END IF;
    RETURN 'ecrite';
END $$;
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.verrou_jours', '2026-01-01', 30, 'Trente jours pour corriger sans motif (dispositifs §2.8)');


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126042246_Accompagnement', '10.0.11');

ALTER TABLE comptes.webhooks ADD ancien_jusqu_a timestamp with time zone;

ALTER TABLE comptes.webhooks ADD ancien_secret text;

-- Invitations that nobody accepted are erased after the delay of the register, with the key that opened what the journal says of them: an invitation stands
-- there as a person of its own. Definer: nobody else erases an invitation.
CREATE FUNCTION comptes.purger_les_invitations(p_avant timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_nombre integer := 0;
    v_invitation uuid;
BEGIN
    IF NOT noyau.a_role('systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only the nightly purge erases invitations.';
    END IF;

    FOR v_invitation IN DELETE FROM comptes.invitations WHERE acceptee_le IS NULL AND least(annulee_le, expire_le) < p_avant RETURNING id LOOP
        PERFORM noyau.oublier_personne(v_invitation);
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION comptes.purger_les_invitations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.purger_les_invitations TO faireavec_app;

-- The secret that signs is renewed with an overlap.
GRANT UPDATE (secret, ancien_secret, ancien_jusqu_a) ON comptes.webhooks TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126043000_ComptesReliquats', '10.0.11');

CREATE TABLE accompagnement.brouillons (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    contenu character varying(20000) NOT NULL,
    modifie_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_brouillons PRIMARY KEY (id)
);

CREATE TABLE accompagnement.modeles_d_activites (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    nom character varying(80) NOT NULL,
    contenu character varying(20000) NOT NULL,
    depuis date,
    jusqua date,
    semaines integer NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_modeles_d_activites PRIMARY KEY (id)
);

CREATE TABLE accompagnement.temps_de_saisie (
    auteur uuid NOT NULL,
    semaine date NOT NULL,
    secondes integer NOT NULL,
    actes integer NOT NULL,
    CONSTRAINT pk_temps_de_saisie PRIMARY KEY (auteur, semaine)
);

CREATE INDEX ix_brouillons_auteur_modifie_le ON accompagnement.brouillons (auteur, modifie_le);

CREATE UNIQUE INDEX ix_modeles_d_activites_auteur_nom ON accompagnement.modeles_d_activites (auteur, nom);

-- What is being written, what comes back, how long writing takes: each one's own, nobody else's. The support that looks as somebody sees none of it.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.brouillons, accompagnement.modeles_d_activites TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON accompagnement.temps_de_saisie TO faireavec_app;
ALTER TABLE accompagnement.brouillons ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.modeles_d_activites ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.temps_de_saisie ENABLE ROW LEVEL SECURITY;
CREATE POLICY siens ON accompagnement.brouillons USING (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY siens ON accompagnement.modeles_d_activites USING (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY sien ON accompagnement.temps_de_saisie USING (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
-- Drafts are purged by age.
CREATE POLICY purger ON accompagnement.brouillons FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY lire_pour_purger ON accompagnement.brouillons FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));

-- Whoever looks as a médiateur reads neither the notes nor the people.
DROP POLICY siennes ON accompagnement.notes_d_activites;
CREATE POLICY siennes ON accompagnement.notes_d_activites USING (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard'))) WITH CHECK (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('client_api')));
CREATE OR REPLACE FUNCTION accompagnement.mes_personnes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte = noyau.compte() AND NOT noyau.a_role('regard')
    UNION
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte IS NULL AND organisation = noyau.organisation()
       AND noyau.a_role('mediateur', 'conseiller_numerique') AND NOT noyau.a_role('regard')
$$;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126044600_AccompagnementSaisie', '10.0.11');

CREATE TABLE accompagnement.configurations_d_aller_vers (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    equipes uuid[] NOT NULL,
    nom character varying(80) NOT NULL,
    lieu character varying(120),
    public_cible character varying(120),
    motif character varying(40) NOT NULL,
    autre_motif character varying(80),
    taille integer,
    posture character varying(40),
    duree integer,
    supports character varying(120),
    pairs_presents boolean,
    objet_reel character varying(120),
    suite character varying(120),
    creee_le timestamp with time zone NOT NULL,
    retiree_le timestamp with time zone,
    CONSTRAINT pk_configurations_d_aller_vers PRIMARY KEY (id)
);

CREATE TABLE accompagnement.partenaires_qui_orientent (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    equipes uuid[] NOT NULL,
    nom character varying(120) NOT NULL,
    nature character varying(40) NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    retire_le timestamp with time zone,
    CONSTRAINT pk_partenaires_qui_orientent PRIMARY KEY (id)
);

CREATE TABLE accompagnement.actions_d_aller_vers (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    equipes uuid[] NOT NULL,
    jour date NOT NULL,
    duree integer NOT NULL,
    lieu character varying(200),
    lieu_libre character varying(120),
    commune character varying(5),
    departement character varying(3),
    partenaire uuid,
    motif character varying(40) NOT NULL,
    autre_motif character varying(80),
    configuration uuid,
    contactes integer NOT NULL,
    interesses integer,
    inscrits integer,
    venus integer,
    revenus integer,
    engages integer,
    relais integer,
    renonce_oui integer NOT NULL,
    renonce_non integer NOT NULL,
    renonce_ne_sait_pas integer NOT NULL,
    faite_oui integer NOT NULL,
    faite_non integer NOT NULL,
    faite_ne_sait_pas integer NOT NULL,
    appris character varying(400),
    rappel_le date,
    rappele_le timestamp with time zone,
    enregistree_le timestamp with time zone NOT NULL,
    modifiee_le timestamp with time zone NOT NULL,
    version integer NOT NULL,
    supprimee_le timestamp with time zone,
    CONSTRAINT pk_actions_d_aller_vers PRIMARY KEY (id),
    CONSTRAINT "fk_actions_d_aller_vers_configurations_d_aller_vers_configurat~" FOREIGN KEY (configuration) REFERENCES accompagnement.configurations_d_aller_vers (id) ON DELETE RESTRICT,
    CONSTRAINT fk_actions_d_aller_vers_partenaires_qui_orientent_partenaire FOREIGN KEY (partenaire) REFERENCES accompagnement.partenaires_qui_orientent (id) ON DELETE RESTRICT
);

CREATE TABLE accompagnement.orientations_de_partenaires (
    id uuid NOT NULL,
    partenaire uuid NOT NULL,
    auteur uuid NOT NULL,
    equipes uuid[] NOT NULL,
    jour date NOT NULL,
    personnes integer NOT NULL,
    enregistree_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_orientations_de_partenaires PRIMARY KEY (id),
    CONSTRAINT "fk_orientations_de_partenaires_partenaires_qui_orientent_parte~" FOREIGN KEY (partenaire) REFERENCES accompagnement.partenaires_qui_orientent (id) ON DELETE RESTRICT
);

CREATE INDEX ix_actions_d_aller_vers_auteur_jour_id ON accompagnement.actions_d_aller_vers (auteur, jour, id);

CREATE UNIQUE INDEX ix_configurations_d_aller_vers_auteur_nom ON accompagnement.configurations_d_aller_vers (auteur, nom);

CREATE INDEX ix_orientations_de_partenaires_auteur_jour ON accompagnement.orientations_de_partenaires (auteur, jour);

CREATE UNIQUE INDEX ix_partenaires_qui_orientent_auteur_nom ON accompagnement.partenaires_qui_orientent (auteur, nom);

-- What is done outside the place: actions, partners, the people whom they sent, configurations. One's own; those of one's teams for their coordinator, who
-- changes nothing; nobody else's. No column holds somebody who was met.
ALTER TABLE accompagnement.actions_d_aller_vers
    ADD CHECK (duree BETWEEN 1 AND 1439),
    ADD CHECK (contactes BETWEEN 1 AND 5000),
    ADD CHECK (interesses BETWEEN 0 AND contactes),
    ADD CHECK (inscrits BETWEEN 0 AND coalesce(interesses, contactes)),
    ADD CHECK (venus BETWEEN 0 AND contactes),
    ADD CHECK (revenus BETWEEN 0 AND coalesce(venus, contactes)),
    ADD CHECK (engages BETWEEN 0 AND coalesce(venus, contactes)),
    ADD CHECK (relais BETWEEN 0 AND contactes),
    ADD CHECK (renonce_oui >= 0 AND renonce_non >= 0 AND renonce_ne_sait_pas >= 0 AND renonce_oui + renonce_non + renonce_ne_sait_pas <= contactes),
    ADD CHECK (faite_oui >= 0 AND faite_non >= 0 AND faite_ne_sait_pas >= 0 AND faite_oui + faite_non + faite_ne_sait_pas = renonce_oui),
    ADD CHECK (rappel_le IS NULL OR partenaire IS NOT NULL);
ALTER TABLE accompagnement.orientations_de_partenaires ADD CHECK (personnes BETWEEN 1 AND 500);
CREATE INDEX ix_actions_d_aller_vers_equipes ON accompagnement.actions_d_aller_vers USING gin (equipes);

GRANT SELECT, INSERT, UPDATE ON accompagnement.actions_d_aller_vers, accompagnement.partenaires_qui_orientent TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.orientations_de_partenaires TO faireavec_app;
-- Recorded once: a configuration is put away, never changed.
GRANT SELECT, INSERT ON accompagnement.configurations_d_aller_vers TO faireavec_app;
GRANT UPDATE (retiree_le) ON accompagnement.configurations_d_aller_vers TO faireavec_app;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['actions_d_aller_vers', 'partenaires_qui_orientent', 'orientations_de_partenaires', 'configurations_d_aller_vers'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format($p$
            CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (
                auteur = (SELECT noyau.compte())
                OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
                OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')))$p$, t);
        EXECUTE format($p$
            CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK (
                ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()))
                OR (SELECT noyau.a_role('systeme:demarrage')))$p$, t);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (auteur = (SELECT noyau.compte()))', t);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (auteur = (SELECT noyau.compte()))', t);
    END LOOP;
END $$;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126053459_AllerVers', '10.0.11');

ALTER TABLE accompagnement.suivis ADD accord character varying(20) NOT NULL DEFAULT '';

ALTER TABLE accompagnement.suivis ADD motif character varying(20);

ALTER TABLE accompagnement.suivis ADD par uuid;

ALTER TABLE accompagnement.personnes ADD accord_du_protecteur_le timestamp with time zone;

ALTER TABLE accompagnement.personnes ADD accord_du_responsable_le timestamp with time zone;

ALTER TABLE accompagnement.personnes ADD age character varying(40);

ALTER TABLE accompagnement.personnes ADD annee_de_naissance integer;

ALTER TABLE accompagnement.personnes ADD commune character varying(5);

ALTER TABLE accompagnement.personnes ADD courriel_empreinte bytea;

ALTER TABLE accompagnement.personnes ADD courriel_ferme bytea;

ALTER TABLE accompagnement.personnes ADD dernier_contact_le timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';

ALTER TABLE accompagnement.personnes ADD documents character varying(500);

ALTER TABLE accompagnement.personnes ADD effacee_le timestamp with time zone;

ALTER TABLE accompagnement.personnes ADD genre character varying(40);

ALTER TABLE accompagnement.personnes ADD nom character varying(100);

ALTER TABLE accompagnement.personnes ADD nom_cherche character varying(400);

ALTER TABLE accompagnement.personnes ADD notes character varying(2000);

ALTER TABLE accompagnement.personnes ADD prenom character varying(100);

ALTER TABLE accompagnement.personnes ADD protecteur character varying(100);

ALTER TABLE accompagnement.personnes ADD protection character varying(20) NOT NULL DEFAULT '';

ALTER TABLE accompagnement.personnes ADD rendez_vous_le date;

ALTER TABLE accompagnement.personnes ADD rendez_vous_ou character varying(200);

ALTER TABLE accompagnement.personnes ADD responsable character varying(100);

ALTER TABLE accompagnement.personnes ADD sans_telephone boolean NOT NULL DEFAULT FALSE;

ALTER TABLE accompagnement.personnes ADD statut character varying(40);

ALTER TABLE accompagnement.personnes ADD telephone_empreinte bytea;

ALTER TABLE accompagnement.personnes ADD telephone_ferme bytea;

ALTER TABLE accompagnement.personnes ADD version integer NOT NULL DEFAULT 0;

CREATE TABLE accompagnement.cartes (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    numero character(8) NOT NULL,
    empreinte bytea NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    finie_le timestamp with time zone,
    fin character varying(20),
    CONSTRAINT pk_cartes PRIMARY KEY (id),
    CONSTRAINT fk_cartes_personnes_personne FOREIGN KEY (personne) REFERENCES accompagnement.personnes (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.changements_de_demarches (
    id uuid NOT NULL,
    demarche character varying(200) NOT NULL,
    jour date NOT NULL,
    auteur uuid NOT NULL,
    note_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_changements_de_demarches PRIMARY KEY (id)
);

CREATE TABLE accompagnement.freins_des_cartes (
    cle bytea NOT NULL,
    echecs integer NOT NULL,
    dernier_le timestamp with time zone NOT NULL,
    jusqu_a timestamp with time zone,
    CONSTRAINT pk_freins_des_cartes PRIMARY KEY (cle)
);

CREATE TABLE accompagnement.fusions_de_personnes (
    id uuid NOT NULL,
    source uuid NOT NULL,
    cible uuid NOT NULL,
    par uuid NOT NULL,
    faite_le timestamp with time zone NOT NULL,
    remplis text[] NOT NULL,
    cible_creee_le timestamp with time zone NOT NULL,
    actes_deplaces uuid[] NOT NULL,
    actes_doubles uuid[] NOT NULL,
    suivis uuid[] NOT NULL,
    objectifs uuid[] NOT NULL,
    cartes uuid[] NOT NULL,
    cartes_finies uuid[] NOT NULL,
    precedentes uuid[] NOT NULL,
    defaite_le timestamp with time zone,
    defaite_par uuid,
    CONSTRAINT pk_fusions_de_personnes PRIMARY KEY (id),
    CONSTRAINT fk_fusions_de_personnes_personnes_cible FOREIGN KEY (cible) REFERENCES accompagnement.personnes (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fusions_de_personnes_personnes_source FOREIGN KEY (source) REFERENCES accompagnement.personnes (id) ON DELETE RESTRICT
);

CREATE TABLE accompagnement.objectifs_des_personnes (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    texte character varying(300),
    etat character varying(20) NOT NULL,
    choisi_le timestamp with time zone NOT NULL,
    etat_depuis timestamp with time zone NOT NULL,
    motif character varying(300),
    CONSTRAINT pk_objectifs_des_personnes PRIMARY KEY (id),
    CONSTRAINT fk_objectifs_des_personnes_personnes_personne FOREIGN KEY (personne) REFERENCES accompagnement.personnes (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.parcours (
    id uuid NOT NULL,
    personne uuid NOT NULL,
    auteur uuid NOT NULL,
    equipes uuid[] NOT NULL,
    etat character varying(30) NOT NULL,
    etat_avant_perte character varying(30),
    ouvert_le date NOT NULL,
    sortie_le date,
    version integer NOT NULL,
    CONSTRAINT pk_parcours PRIMARY KEY (id)
);

CREATE TABLE accompagnement.signaux_de_saisie (
    id uuid NOT NULL,
    nature character varying(30) NOT NULL,
    mediateur uuid NOT NULL,
    equipes uuid[] NOT NULL,
    personne uuid,
    jour date NOT NULL,
    trouve_le timestamp with time zone NOT NULL,
    vu_le timestamp with time zone,
    explique_le timestamp with time zone,
    explication character varying(300),
    transmis_le timestamp with time zone,
    CONSTRAINT pk_signaux_de_saisie PRIMARY KEY (id)
);

CREATE TABLE accompagnement.positionnements (
    id uuid NOT NULL,
    parcours uuid NOT NULL,
    personne uuid NOT NULL,
    savoir_faire character varying(10) NOT NULL,
    moment character varying(20) NOT NULL,
    niveau integer NOT NULL,
    preuve character varying(20) NOT NULL,
    evaluateur character varying(20) NOT NULL,
    auteur uuid NOT NULL,
    jour date NOT NULL,
    saisi_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_positionnements PRIMARY KEY (id),
    CONSTRAINT fk_positionnements_parcours_parcours FOREIGN KEY (parcours) REFERENCES accompagnement.parcours (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.rappels_de_suivi (
    parcours uuid NOT NULL,
    moment character varying(20) NOT NULL,
    personne uuid NOT NULL,
    a_partir_du date NOT NULL,
    au_plus_tard date NOT NULL,
    echu_le timestamp with time zone,
    fait_le timestamp with time zone,
    CONSTRAINT pk_rappels_de_suivi PRIMARY KEY (parcours, moment),
    CONSTRAINT fk_rappels_de_suivi_parcours_parcours FOREIGN KEY (parcours) REFERENCES accompagnement.parcours (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.savoir_faire_choisis (
    parcours uuid NOT NULL,
    savoir_faire character varying(10) NOT NULL,
    personne uuid NOT NULL,
    etat character varying(30) NOT NULL,
    choisi_le date NOT NULL,
    CONSTRAINT pk_savoir_faire_choisis PRIMARY KEY (parcours, savoir_faire),
    CONSTRAINT fk_savoir_faire_choisis_parcours_parcours FOREIGN KEY (parcours) REFERENCES accompagnement.parcours (id) ON DELETE CASCADE
);

CREATE INDEX ix_personnes_dernier_contact_le ON accompagnement.personnes (dernier_contact_le) WHERE effacee_le IS NULL;

CREATE INDEX ix_personnes_fusionnee_dans ON accompagnement.personnes (fusionnee_dans) WHERE fusionnee_dans IS NOT NULL;

CREATE UNIQUE INDEX ix_cartes_empreinte ON accompagnement.cartes (empreinte);

CREATE UNIQUE INDEX ix_cartes_numero ON accompagnement.cartes (numero);

CREATE UNIQUE INDEX ix_cartes_personne ON accompagnement.cartes (personne) WHERE finie_le IS NULL;

CREATE UNIQUE INDEX ix_changements_de_demarches_demarche_jour ON accompagnement.changements_de_demarches (demarche, jour);

CREATE INDEX ix_freins_des_cartes_dernier_le ON accompagnement.freins_des_cartes (dernier_le);

CREATE INDEX ix_fusions_de_personnes_cible_faite_le ON accompagnement.fusions_de_personnes (cible, faite_le);

CREATE UNIQUE INDEX ix_fusions_de_personnes_source ON accompagnement.fusions_de_personnes (source) WHERE defaite_le IS NULL;

CREATE INDEX ix_objectifs_des_personnes_personne ON accompagnement.objectifs_des_personnes (personne);

CREATE UNIQUE INDEX ix_parcours_personne ON accompagnement.parcours (personne) WHERE etat <> 'Clos';

CREATE UNIQUE INDEX ix_positionnements_parcours_savoir_faire_moment_jour ON accompagnement.positionnements (parcours, savoir_faire, moment, jour);

CREATE INDEX ix_positionnements_personne ON accompagnement.positionnements (personne);

CREATE INDEX ix_positionnements_saisi_le ON accompagnement.positionnements (saisi_le);

CREATE INDEX ix_rappels_de_suivi_a_partir_du ON accompagnement.rappels_de_suivi (a_partir_du) WHERE echu_le IS NULL;

CREATE INDEX ix_rappels_de_suivi_personne ON accompagnement.rappels_de_suivi (personne);

CREATE INDEX ix_savoir_faire_choisis_personne ON accompagnement.savoir_faire_choisis (personne);

CREATE UNIQUE INDEX ix_signaux_de_saisie_mediateur_nature_jour_personne ON accompagnement.signaux_de_saisie (mediateur, nature, jour, personne) NULLS NOT DISTINCT;

-- People helped: who may follow them, their cards, what they want, two follow-ups that were one. Whoever manages, coordinates, pays, supports or runs the
-- platform reads none of it; whoever looks as a médiateur ('regard') neither.
-- 'systeme:personnes': what a person does with their card, and what needs to see both sides at once (opening by a card, joining), in a scope of its own.

-- A follow-up is worth in the organisation that it was agreed to for, by who is a médiateur there today: it ends with leaving, at once.
CREATE OR REPLACE FUNCTION accompagnement.mes_personnes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT personne FROM accompagnement.suivis
    WHERE fin IS NULL AND compte = noyau.compte() AND organisation = noyau.organisation()
      AND noyau.a_role('mediateur', 'conseiller_numerique') AND NOT noyau.a_role('regard')
    UNION
    SELECT personne FROM accompagnement.suivis
    WHERE fin IS NULL AND compte IS NULL AND organisation = noyau.organisation()
      AND noyau.a_role('mediateur', 'conseiller_numerique') AND NOT noyau.a_role('regard')
$$;

-- Somebody new: nobody follows them nor ever did. Whoever knows an id can't open a follow-up by it.
CREATE FUNCTION accompagnement.sans_suivi(p_personne uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT NOT EXISTS (SELECT 1 FROM accompagnement.suivis WHERE personne = p_personne)
$$;
REVOKE ALL ON FUNCTION accompagnement.sans_suivi FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.sans_suivi TO faireavec_app;

-- The kept one of two follow-ups that were joined.
CREATE FUNCTION accompagnement.personne_retenue(p_personne uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce(fusionnee_dans, id) FROM accompagnement.personnes WHERE id = p_personne
$$;
GRANT EXECUTE ON FUNCTION accompagnement.personne_retenue TO faireavec_app;

-- The key of hashes (cards, contacts), closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE accompagnement.sel (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION accompagnement.sel(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    INSERT INTO accompagnement.sel (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM accompagnement.sel);
END $$;
REVOKE ALL ON FUNCTION accompagnement.sel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.sel TO faireavec_app;

-- People. One that was joined to another is seen by who follows the kept one: its id leads there.
DROP POLICY lire ON accompagnement.personnes;
DROP POLICY ouvrir ON accompagnement.personnes;
DROP POLICY changer ON accompagnement.personnes;
ALTER TABLE accompagnement.personnes
    ADD CONSTRAINT ck_personnes_identite CHECK (niveau = 'Suivie' OR (prenom IS NULL AND nom IS NULL AND telephone_ferme IS NULL AND courriel_ferme IS NULL AND notes IS NULL)),
    ADD CONSTRAINT ck_personnes_fusion CHECK (fusionnee_dans <> id);
CREATE POLICY lire ON accompagnement.personnes FOR SELECT USING (
    id IN (SELECT accompagnement.mes_personnes()) OR fusionnee_dans IN (SELECT accompagnement.mes_personnes())
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.personnes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.personnes FOR UPDATE USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Follow-ups: somebody new, somebody whom one follows already and who agrees to a colleague, or somebody who gave their card.
DROP POLICY ouvrir ON accompagnement.suivis;
DROP POLICY lire ON accompagnement.suivis;
DROP POLICY finir ON accompagnement.suivis;
REVOKE UPDATE ON accompagnement.suivis FROM faireavec_app;
GRANT UPDATE (personne, fin, motif) ON accompagnement.suivis TO faireavec_app;
ALTER TABLE accompagnement.suivis ADD CONSTRAINT ck_suivis_ordre CHECK (fin >= debut), ADD CONSTRAINT ck_suivis_motif CHECK ((fin IS NULL) = (motif IS NULL));
-- Once at a time.
CREATE UNIQUE INDEX ux_suivis_ouverts ON accompagnement.suivis (personne, organisation, compte) NULLS NOT DISTINCT WHERE fin IS NULL;
CREATE POLICY lire ON accompagnement.suivis FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.suivis FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard')) AND organisation = (SELECT noyau.organisation())
        AND (personne IN (SELECT accompagnement.mes_personnes()) OR accompagnement.sans_suivi(personne)))
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:demarrage')));
CREATE POLICY finir ON accompagnement.suivis FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Cards: their numbers are shown to who follows. They are looked for by number and secret together, in the system context.
GRANT SELECT, INSERT ON accompagnement.cartes TO faireavec_app;
GRANT UPDATE (personne, finie_le, fin) ON accompagnement.cartes TO faireavec_app;
ALTER TABLE accompagnement.cartes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.cartes ADD CONSTRAINT ck_cartes_fin CHECK ((finie_le IS NULL) = (fin IS NULL));
CREATE POLICY lire ON accompagnement.cartes FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY donner ON accompagnement.cartes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard'))
        AND (personne IN (SELECT accompagnement.mes_personnes()) OR accompagnement.sans_suivi(personne)))
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:demarrage')));
CREATE POLICY finir ON accompagnement.cartes FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Counters of failures: nobody's to read.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.freins_des_cartes TO faireavec_app;
ALTER TABLE accompagnement.freins_des_cartes ENABLE ROW LEVEL SECURITY;
CREATE POLICY systeme ON accompagnement.freins_des_cartes USING ((SELECT noyau.a_role('systeme:personnes', 'systeme:taches')));

-- What a person wants.
GRANT SELECT, INSERT ON accompagnement.objectifs_des_personnes TO faireavec_app;
GRANT UPDATE (personne, texte, etat, etat_depuis, motif) ON accompagnement.objectifs_des_personnes TO faireavec_app;
ALTER TABLE accompagnement.objectifs_des_personnes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.objectifs_des_personnes FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.objectifs_des_personnes FOR INSERT WITH CHECK (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.objectifs_des_personnes FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Joinings: ids only. Written in the system context, after the page has checked that both are followed.
GRANT SELECT, INSERT ON accompagnement.fusions_de_personnes TO faireavec_app;
GRANT UPDATE (defaite_le, defaite_par) ON accompagnement.fusions_de_personnes TO faireavec_app;
ALTER TABLE accompagnement.fusions_de_personnes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.fusions_de_personnes FOR SELECT USING (
    cible IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));
CREATE POLICY reunir ON accompagnement.fusions_de_personnes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY defaire ON accompagnement.fusions_de_personnes FOR UPDATE USING ((SELECT noyau.a_role('systeme:personnes')));

-- Joining moves acts of all their authors, and an act that both had counts one person less.
CREATE POLICY personnes ON accompagnement.accompagnements USING ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY personnes_lire ON accompagnement.activites FOR SELECT USING ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY personnes_changer ON accompagnement.activites FOR UPDATE USING ((SELECT noyau.a_role('systeme:personnes')));

-- Nobody looks at people helped through somebody else's screen.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['personnes', 'suivis', 'cartes', 'objectifs_des_personnes', 'fusions_de_personnes', 'accompagnements'] LOOP
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

-- What was done with somebody, by whoever did it: day, place, themes, what comes next. Never the notes of who did it. For who follows them, and for
-- the system when the person reads or takes what is kept of them.
CREATE FUNCTION accompagnement.actes_de(p_personne uuid) RETURNS TABLE (activite uuid, jour date, type text, duree integer, type_de_lieu text, lieu text, commune text, thematiques text[], demarche text, titre text, suite text, auteur uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.id, a.jour, a.type::text, a.duree, a.type_de_lieu::text, a.lieu::text, a.commune::text, a.thematiques, a.demarche::text, a.titre::text, a.suite::text, a.auteur
    FROM accompagnement.accompagnements x JOIN accompagnement.activites a ON a.id = x.activite
    WHERE x.personne = p_personne AND a.supprimee_le IS NULL
      AND (noyau.a_role('systeme:personnes', 'systeme:droits') OR p_personne IN (SELECT accompagnement.mes_personnes()))
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_de TO faireavec_app;


-- Paths, levels, reminders, signals: what the database refuses whatever the code does.

-- The people whom the one who asks follows today, and those that turned out to be them: what was kept under a former id stays there, so that a joining can be undone.
CREATE FUNCTION accompagnement.ids_de_mes_personnes() RETURNS TABLE (id uuid, personne uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT p, p FROM accompagnement.mes_personnes() p
    UNION
    SELECT p.id, p.fusionnee_dans FROM accompagnement.personnes p WHERE p.fusionnee_dans IN (SELECT accompagnement.mes_personnes())
$$;
REVOKE ALL ON FUNCTION accompagnement.ids_de_mes_personnes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ids_de_mes_personnes TO faireavec_app;

ALTER TABLE accompagnement.positionnements ADD CHECK (niveau BETWEEN 0 AND 5);
ALTER TABLE accompagnement.rappels_de_suivi ADD CHECK (au_plus_tard >= a_partir_du);

-- Somebody's path is read by who follows them today, and by nobody else: neither their coordinator, nor their employer, nor the State.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['parcours', 'savoir_faire_choisis', 'positionnements', 'rappels_de_suivi'] LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.%I TO faireavec_app', t);
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (personne IN (SELECT i.id FROM accompagnement.ids_de_mes_personnes() i) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:demarrage'', ''systeme:droits'')))', t);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK (((SELECT noyau.a_role(''mediateur'', ''conseiller_numerique'')) AND personne IN (SELECT accompagnement.mes_personnes())) OR (SELECT noyau.a_role(''systeme:demarrage'')))', t);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (((SELECT noyau.a_role(''mediateur'', ''conseiller_numerique'')) AND personne IN (SELECT i.id FROM accompagnement.ids_de_mes_personnes() i)) OR (SELECT noyau.a_role(''systeme:taches'')))', t);
    END LOOP;
END $$;
-- Only the rights of people erase; a savoir-faire that was never looked at may be taken out of a path.
CREATE POLICY effacer ON accompagnement.parcours FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON accompagnement.positionnements FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON accompagnement.rappels_de_suivi FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY retirer ON accompagnement.savoir_faire_choisis FOR DELETE USING (
    (SELECT noyau.a_role('systeme:droits'))
    OR ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND personne IN (SELECT accompagnement.mes_personnes())
        AND NOT EXISTS (SELECT 1 FROM accompagnement.positionnements p WHERE p.parcours = savoir_faire_choisis.parcours AND p.savoir_faire = savoir_faire_choisis.savoir_faire)));

-- A signal is its médiateur's. Who coordinates is told by the function below, without the person helped.
GRANT SELECT, INSERT, DELETE ON accompagnement.signaux_de_saisie TO faireavec_app;
GRANT UPDATE (vu_le, explique_le, explication, transmis_le) ON accompagnement.signaux_de_saisie TO faireavec_app;
ALTER TABLE accompagnement.signaux_de_saisie ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.signaux_de_saisie FOR SELECT USING (
    (mediateur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard'))) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY trouver ON accompagnement.signaux_de_saisie FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY changer ON accompagnement.signaux_de_saisie FOR UPDATE USING (mediateur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY effacer ON accompagnement.signaux_de_saisie FOR DELETE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

CREATE FUNCTION accompagnement.signaux_transmis() RETURNS TABLE (nature text, mediateur uuid, jour date, transmis_le timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT s.nature, s.mediateur, s.jour, s.transmis_le FROM accompagnement.signaux_de_saisie s
    WHERE s.transmis_le IS NOT NULL AND s.explique_le IS NULL AND noyau.a_role('coordinateur') AND NOT noyau.a_role('regard') AND s.equipes && noyau.equipes()
$$;

-- What counts the same for everybody: no person helped in it.
GRANT SELECT, INSERT ON accompagnement.changements_de_demarches TO faireavec_app;
ALTER TABLE accompagnement.changements_de_demarches ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.changements_de_demarches FOR SELECT USING ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'systeme:taches')));
CREATE POLICY noter ON accompagnement.changements_de_demarches FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()));

-- For the figures of a team: levels and visits with a number in the place of each person, that leads to nobody and is another one each time.
CREATE FUNCTION accompagnement.evaluations_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, savoir_faire text, niveau integer, preuve text, moment text, jour date, perdue boolean) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || coalesce(x.fusionnee_dans, x.id)::text)), p.savoir_faire::text, p.niveau, p.preuve::text, p.moment::text, p.jour, c.etat = 'PerduDeVue'
    FROM sel, accompagnement.positionnements p
    JOIN accompagnement.parcours c ON c.id = p.parcours
    JOIN accompagnement.personnes x ON x.id = p.personne
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis
$$;
CREATE FUNCTION accompagnement.venues_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, demarche text, jour date, part_a_la_place integer, part_avec integer, part_faire integer) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || coalesce(x.fusionnee_dans, x.id)::text)), lower(btrim(a.demarche)), a.jour, a.part_a_la_place, a.part_avec, a.part_faire
    FROM sel, accompagnement.activites a
    JOIN accompagnement.accompagnements u ON u.activite = a.id
    JOIN accompagnement.personnes x ON x.id = u.personne
    WHERE noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND a.supprimee_le IS NULL AND a.jour >= p_depuis
$$;
CREATE FUNCTION accompagnement.etats_des_parcours_des_equipes(p_depuis date) RETURNS TABLE (etat text, nombre bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT c.etat::text, count(*) FROM accompagnement.parcours c
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis GROUP BY 1
$$;
REVOKE ALL ON FUNCTION accompagnement.signaux_transmis, accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.etats_des_parcours_des_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.signaux_transmis, accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.etats_des_parcours_des_equipes TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126054835_PersonnesEtCapacitation', '10.0.11');

-- The same hashes as before, worked out with less: STABLE, as convert_to is, or the planner can't put it in the place of its call; and one write of the
-- chain's head instead of two for each entry.
CREATE OR REPLACE FUNCTION noyau.champ(t text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN t IS NULL THEN 'N;'::bytea
                ELSE convert_to(octet_length(convert_to(t, 'UTF8'))::text || ':' || t || ';', 'UTF8') END
$$;

-- The row of the head is locked until the end of the transaction: entries of a chain are written one after the other.
CREATE OR REPLACE FUNCTION noyau.journaliser(
    p_id uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_motif text, p_action text,
    p_entite text, p_entite_id text, p_avant text, p_apres text, p_personne uuid, p_chiffre bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
    v_champs bytea := noyau.champ(p_id::text) || noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text)
        || noyau.champ(p_acteur) || noyau.champ(p_processus) || noyau.champ(p_motif) || noyau.champ(p_action)
        || noyau.champ(p_entite) || noyau.champ(p_entite_id) || noyau.champ(p_avant) || noyau.champ(p_apres)
        || noyau.champ(p_personne::text) || noyau.champ(encode(p_chiffre, 'hex'));
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    -- The first of a chain follows the hash of its name.
    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, 1, sha256(sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')) || noyau.champ('1') || v_champs))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + 1, empreinte = sha256(c.empreinte || noyau.champ((c.rang + 1)::text) || v_champs)
    RETURNING rang, empreinte INTO v_rang, v_empreinte;

    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte)
    VALUES (p_id, v_jour, p_chaine, v_rang, p_instant, p_acteur, p_processus, p_motif, p_action, p_entite, p_entite_id, p_avant, p_apres, p_personne, p_chiffre, v_empreinte);
    RETURN v_rang;
END $$;


-- The act's document is sent once: what the journal keeps is what is written.
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Somebody who isn't followed by who asks: FA001.
DROP FUNCTION accompagnement.enregistrer;
CREATE FUNCTION accompagnement.enregistrer(
    p_note text, p_personnes uuid[],
    p_journal uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_apres text,
    p_evenement uuid, p_nom text, p_charge jsonb, p_gestionnaires text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v accompagnement.activites := jsonb_populate_record(NULL::accompagnement.activites, p_apres::jsonb);
BEGIN
    INSERT INTO accompagnement.activites SELECT v.* ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN CASE WHEN EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = v.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja' ELSE 'autre' END;
    END IF;
    IF cardinality(p_personnes) > 0 THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT v.id, coalesce(p.fusionnee_dans, p.id), v.auteur, v.jour FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes);
        IF (SELECT count(*) FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes)) < cardinality(p_personnes) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
    END IF;
    IF p_note IS NOT NULL THEN
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES (v.id, v.auteur, p_note);
    END IF;
    PERFORM noyau.journaliser(p_journal, p_instant, p_chaine, p_acteur, p_processus, NULL, 'creation', 'accompagnement.Activite', v.id::text, NULL, p_apres, NULL, NULL);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES (p_evenement, p_nom, p_charge, p_instant, p_processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT p_evenement, g, p_instant FROM unnest(p_gestionnaires) g;
    END IF;
    RETURN 'ecrite';
END $$;
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;

-- The counters, in the language whose plans are kept from one call to the next.
CREATE OR REPLACE FUNCTION accompagnement.ajouter_aux_compteurs(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           signe * (a.type IN ('Individuel', 'Demarche'))::integer,
           signe * (a.type = 'Collectif')::integer,
           signe * (a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer,
           signe * CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END,
           signe * (a.sans_nom + a.suivies),
           signe * CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END,
           signe * CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END,
           signe * a.duree::bigint * coalesce(a.part_a_la_place, 0),
           signe * a.duree::bigint * coalesce(a.part_avec, 0),
           signe * a.duree::bigint * coalesce(a.part_faire, 0)
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire;
END $$;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126073646_EcritureEnUnePassee', '10.0.11');

ALTER TABLE accompagnement.savoir_faire_choisis ADD motif character varying(20);

ALTER TABLE accompagnement.savoir_faire_choisis ADD reporte_au date;

ALTER TABLE accompagnement.parcours ADD configuration uuid;

ALTER TABLE accompagnement.parcours ADD langue character varying(20);

CREATE TABLE accompagnement.couts_de_periodes (
    id uuid NOT NULL,
    equipe uuid NOT NULL,
    auteur uuid NOT NULL,
    du date NOT NULL,
    au date NOT NULL,
    poste bigint,
    lieu bigint,
    kit bigint,
    pass bigint,
    note_le timestamp with time zone NOT NULL,
    retire_le timestamp with time zone,
    CONSTRAINT pk_couts_de_periodes PRIMARY KEY (id)
);

CREATE TABLE accompagnement.parts_de_publics (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    equipe uuid,
    public character varying(20) NOT NULL,
    pour_dix_mille integer NOT NULL,
    territoire character varying(120) NOT NULL,
    source character varying(200) NOT NULL,
    note_le timestamp with time zone NOT NULL,
    retire_le timestamp with time zone,
    CONSTRAINT pk_parts_de_publics PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_couts_de_periodes_equipe_au ON accompagnement.couts_de_periodes (equipe, au) WHERE retire_le IS NULL;

CREATE UNIQUE INDEX ix_couts_de_periodes_equipe_du ON accompagnement.couts_de_periodes (equipe, du) WHERE retire_le IS NULL;

CREATE UNIQUE INDEX ix_parts_de_publics_auteur_public ON accompagnement.parts_de_publics (auteur, public) WHERE equipe IS NULL AND retire_le IS NULL;

CREATE UNIQUE INDEX ix_parts_de_publics_equipe_public ON accompagnement.parts_de_publics (equipe, public) WHERE equipe IS NOT NULL AND retire_le IS NULL;

ALTER TABLE accompagnement.parcours ADD CONSTRAINT fk_parcours_configurations_d_aller_vers_configuration FOREIGN KEY (configuration) REFERENCES accompagnement.configurations_d_aller_vers (id) ON DELETE RESTRICT;

-- The key of a person opens all that the journal says of them. Read for one purpose: whoever runs the platform reads an entry, with a reason that is written
-- first. Before, whoever held the application's role could ask for anybody's.
-- noyau.cle_de_personne, that writers call, still gives a key to whoever writes something about its person: every role does, and can't be told from another
-- there. What it gives is closed by the operator's key, that the database never has (CleOperateur).

-- Entities about people helped, as the journal names them: whoever runs the platform never reads them. A test compares this list with what modules declare.
CREATE TABLE noyau.entites_fermees (entite text PRIMARY KEY);
INSERT INTO noyau.entites_fermees (entite) VALUES
    ('accompagnement.PersonneAccompagnee'), ('accompagnement.ObjectifDePersonne'), ('accompagnement.Positionnement'), ('accompagnement.Parcours'), ('accompagnement.SavoirFaireChoisi');

CREATE OR REPLACE FUNCTION noyau.lire_cle_de_personne(p_personne uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT k.cle FROM noyau.cles_personnes k
    WHERE k.personne = p_personne AND noyau.a_role('administrateur') AND NOT noyau.a_role('regard')
      -- The reading is in the journal already, by the same account.
      AND EXISTS (
          SELECT 1 FROM noyau.journal l JOIN noyau.journal e ON e.id::text = l.entite_id AND e.personne = p_personne
          WHERE l.acteur = noyau.compte()::text AND l.action = 'lecture' AND l.entite = 'noyau.Journal')
      -- Never that of somebody who is helped.
      AND NOT EXISTS (SELECT 1 FROM noyau.journal j JOIN noyau.entites_fermees f ON f.entite = j.entite WHERE j.personne = p_personne)
$$;


-- What the formulas of capacitation are made of: full costs, shares of priority publics, why a savoir-faire was given up, and the counts that they read.

-- Given up before a reason was asked for: nobody said why.
UPDATE accompagnement.savoir_faire_choisis SET motif = 'non_dit' WHERE etat = 'Abandonne';
ALTER TABLE accompagnement.savoir_faire_choisis
    ADD CONSTRAINT ck_savoir_faire_choisis_motif CHECK ((etat = 'Abandonne') = (motif IS NOT NULL)),
    ADD CONSTRAINT ck_savoir_faire_choisis_report CHECK (etat = 'Reporte' OR reporte_au IS NULL);

-- Costs are a team's: whoever coordinates it says and reads them. Nobody else does, and no médiateur's work has a price.
ALTER TABLE accompagnement.couts_de_periodes
    ADD CONSTRAINT ck_couts_periode CHECK (au >= du),
    ADD CONSTRAINT ck_couts_montants CHECK (coalesce(poste, 0) >= 0 AND coalesce(lieu, 0) >= 0 AND coalesce(kit, 0) >= 0 AND coalesce(pass, 0) >= 0);
GRANT SELECT, INSERT ON accompagnement.couts_de_periodes TO faireavec_app;
GRANT UPDATE (auteur, poste, lieu, kit, pass, note_le, retire_le) ON accompagnement.couts_de_periodes TO faireavec_app;
ALTER TABLE accompagnement.couts_de_periodes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.couts_de_periodes FOR SELECT USING (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY dire ON accompagnement.couts_de_periodes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]) AND auteur = (SELECT noyau.compte())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.couts_de_periodes FOR UPDATE USING ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    WITH CHECK (auteur = (SELECT noyau.compte()));

-- The share of a public in a territory: of a team for who coordinates it, of oneself for a médiateur.
ALTER TABLE accompagnement.parts_de_publics ADD CONSTRAINT ck_parts_de_publics CHECK (pour_dix_mille BETWEEN 1 AND 10000);
GRANT SELECT, INSERT ON accompagnement.parts_de_publics TO faireavec_app;
GRANT UPDATE (auteur, pour_dix_mille, territoire, source, note_le, retire_le) ON accompagnement.parts_de_publics TO faireavec_app;
ALTER TABLE accompagnement.parts_de_publics ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.parts_de_publics FOR SELECT USING (
    (equipe IS NULL AND auteur = (SELECT noyau.compte())) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY dire ON accompagnement.parts_de_publics FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte())
        AND ((equipe IS NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique'))) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.parts_de_publics FOR UPDATE USING (
    (equipe IS NULL AND auteur = (SELECT noyau.compte())) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])))
    WITH CHECK (auteur = (SELECT noyau.compte()));

-- The bracket of an age, as TrancheDAge says it: a test compares the two year by year.
CREATE FUNCTION accompagnement.tranche_d_age(p_annee integer, p_tranche text, p_jour date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN p_annee IS NULL THEN coalesce(p_tranche, 'non_communique')
        WHEN extract(year FROM p_jour)::integer - p_annee NOT BETWEEN 0 AND 130 THEN 'non_communique'
        ELSE (ARRAY['moins_de_12', '12_17', '18_24', '25_39', '40_59', '60_69', '70_et_plus'])[width_bucket(extract(year FROM p_jour)::integer - p_annee, ARRAY[0, 12, 18, 25, 40, 60, 70])]
    END
$$;

-- The figures of a team again: without what the coordinator did themselves, that would give the others by difference; with the time given to each, shared
-- among those who were there, and what makes people comparable. A number in the place of each person and of each médiateur, another one at each call.
DROP FUNCTION accompagnement.evaluations_des_equipes(date);
CREATE FUNCTION accompagnement.evaluations_des_equipes(p_depuis date, p_du date, p_au date, p_equipe uuid) RETURNS TABLE (
    numero bigint, savoir_faire text, niveau integer, preuve text, moment text, jour date, perdue boolean, minutes integer, age text, langue text, motif text, mediateur bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain),
    temps AS (
        SELECT coalesce(x.fusionnee_dans, x.id) AS personne, sum(a.duree::numeric / greatest(a.sans_nom + a.suivies, 1)) AS minutes
        FROM accompagnement.activites a
        JOIN accompagnement.accompagnements u ON u.activite = a.id
        JOIN accompagnement.personnes x ON x.id = u.personne
        WHERE noyau.a_role('coordinateur') AND a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au AND a.equipes && noyau.equipes()
          AND (p_equipe IS NULL OR p_equipe = ANY (a.equipes)) AND a.auteur IS DISTINCT FROM noyau.compte()
        GROUP BY 1)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || k.id::text)), p.savoir_faire::text, p.niveau, p.preuve::text, p.moment::text, p.jour, c.etat = 'PerduDeVue',
           round(coalesce(t.minutes, 0))::integer, nullif(accompagnement.tranche_d_age(k.annee_de_naissance, k.age, p_au), 'non_communique'), c.langue::text, f.motif::text,
           dense_rank() OVER (ORDER BY md5(sel.grain || c.auteur::text))
    FROM sel, accompagnement.positionnements p
    JOIN accompagnement.parcours c ON c.id = p.parcours
    JOIN accompagnement.personnes x ON x.id = p.personne
    JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
    LEFT JOIN temps t ON t.personne = k.id
    LEFT JOIN accompagnement.configurations_d_aller_vers f ON f.id = c.configuration
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND (p_equipe IS NULL OR p_equipe = ANY (c.equipes)) AND c.ouvert_le >= p_depuis
      AND c.auteur IS DISTINCT FROM noyau.compte()
$$;

-- Only people who agree to be followed today, by somebody: a card or a name. And whether nobody has news of them any more.
DROP FUNCTION accompagnement.venues_des_equipes(date);
CREATE FUNCTION accompagnement.venues_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, demarche text, jour date, part_a_la_place integer, part_avec integer, part_faire integer, perdue boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain),
    perdues AS (SELECT coalesce(y.fusionnee_dans, y.id) AS personne FROM accompagnement.parcours c JOIN accompagnement.personnes y ON y.id = c.personne WHERE c.etat = 'PerduDeVue')
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || k.id::text)), lower(btrim(a.demarche)), a.jour, a.part_a_la_place, a.part_avec, a.part_faire, k.id IN (SELECT personne FROM perdues)
    FROM sel, accompagnement.activites a
    JOIN accompagnement.accompagnements u ON u.activite = a.id
    JOIN accompagnement.personnes x ON x.id = u.personne
    JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
    WHERE noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND a.supprimee_le IS NULL AND a.jour >= p_depuis AND a.auteur IS DISTINCT FROM noyau.compte()
      AND EXISTS (SELECT 1 FROM accompagnement.suivis s WHERE s.personne = k.id AND s.fin IS NULL)
$$;

CREATE OR REPLACE FUNCTION accompagnement.etats_des_parcours_des_equipes(p_depuis date) RETURNS TABLE (etat text, nombre bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT c.etat::text, count(*) FROM accompagnement.parcours c
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis AND c.auteur IS DISTINCT FROM noyau.compte() GROUP BY 1
$$;

-- The acts that a figure counts: one's own, or those of one team (of all of one's teams when none is named) without one's own.
CREATE FUNCTION accompagnement.actes_a_compter(p_equipes boolean, p_equipe uuid) RETURNS SETOF accompagnement.activites LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.* FROM accompagnement.activites a
    WHERE a.supprimee_le IS NULL AND a.type IN ('Individuel', 'Demarche', 'Collectif') AND NOT noyau.a_role('regard')
      AND CASE WHEN p_equipes
          THEN noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND (p_equipe IS NULL OR (p_equipe = ANY (noyau.equipes()) AND p_equipe = ANY (a.equipes))) AND a.auteur <> noyau.compte()
          ELSE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur') AND a.auteur = noyau.compte() END
$$;

-- Who was reached, by age and by status, apart: counts that cross nothing. People who are followed, once each; others once at each visit, since nothing says
-- that they are the same.
CREATE FUNCTION accompagnement.publics_touches(p_du date, p_au date, p_equipes boolean, p_equipe uuid) RETURNS TABLE (liste text, code text, nombre integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH a AS MATERIALIZED (SELECT * FROM accompagnement.actes_a_compter(p_equipes, p_equipe) x WHERE x.jour BETWEEN p_du AND p_au),
    suivies AS (
        SELECT DISTINCT k.id, accompagnement.tranche_d_age(k.annee_de_naissance, k.age, p_au) AS age, coalesce(k.statut::text, 'non_communique') AS statut
        FROM a JOIN accompagnement.accompagnements u ON u.activite = a.id
        JOIN accompagnement.personnes x ON x.id = u.personne
        JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
        WHERE EXISTS (SELECT 1 FROM accompagnement.suivis s WHERE s.personne = k.id AND s.fin IS NULL)),
    tous AS (
        SELECT 'age' AS liste, coalesce(a.age::text, 'non_communique') AS code, a.sans_nom AS nombre FROM a WHERE a.type <> 'Collectif'
        UNION ALL
        SELECT 'statut', coalesce(a.statut::text, 'non_communique'), a.sans_nom FROM a WHERE a.type <> 'Collectif'
        UNION ALL
        SELECT 'age', (ARRAY['moins_de_12', '12_17', '18_24', '25_39', '40_59', '60_69', '70_et_plus', 'non_communique'])[e.rang], e.n::integer
        FROM a, jsonb_array_elements_text(a.effectifs -> 'ages') WITH ORDINALITY e (n, rang) WHERE a.type = 'Collectif'
        UNION ALL
        SELECT 'statut', (ARRAY['scolarise', 'sans_emploi', 'en_emploi', 'retraite', 'non_communique'])[e.rang], e.n::integer
        FROM a, jsonb_array_elements_text(a.effectifs -> 'statuts') WITH ORDINALITY e (n, rang) WHERE a.type = 'Collectif'
        UNION ALL
        SELECT 'age', s.age, 1 FROM suivies s
        UNION ALL
        SELECT 'statut', s.statut, 1 FROM suivies s)
    SELECT t.liste, t.code, sum(t.nombre)::integer FROM tous t GROUP BY 1, 2 HAVING sum(t.nombre) > 0
$$;

-- People met in a period: outside the place, and those helped for the first time.
CREATE FUNCTION accompagnement.contacts(p_du date, p_au date, p_equipes boolean) RETURNS TABLE (hors_lieu integer, venues integer, nouvelles integer, non_sues integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH a AS MATERIALIZED (SELECT * FROM accompagnement.actes_a_compter(p_equipes, NULL) x WHERE x.jour <= p_au),
    rencontres AS (
        SELECT coalesce(sum(r.contactes), 0)::integer AS contactes, coalesce(sum(r.venus), 0)::integer AS venus
        FROM accompagnement.actions_d_aller_vers r
        WHERE r.supprimee_le IS NULL AND r.jour BETWEEN p_du AND p_au AND NOT noyau.a_role('regard')
          AND CASE WHEN p_equipes THEN noyau.a_role('coordinateur') AND r.equipes && noyau.equipes() AND r.auteur <> noyau.compte()
              ELSE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur') AND r.auteur = noyau.compte() END),
    premieres AS (
        SELECT count(*)::integer AS nombre FROM (
            SELECT coalesce(x.fusionnee_dans, x.id) AS personne, min(a.jour) AS jour
            FROM a JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes x ON x.id = u.personne GROUP BY 1) p
        WHERE p.jour >= p_du),
    sans_nom AS (
        SELECT coalesce(sum(CASE WHEN a.type = 'Collectif' THEN greatest(a.sans_nom - coalesce((a.effectifs ->> 'deja_accompagnes')::integer, 0), 0)
                                 WHEN a.deja_accompagnee = false THEN a.sans_nom ELSE 0 END), 0)::integer AS nouvelles,
               coalesce(sum(a.sans_nom) FILTER (WHERE a.type <> 'Collectif' AND a.deja_accompagnee IS NULL), 0)::integer AS non_sues
        FROM a WHERE a.jour >= p_du)
    SELECT r.contactes, r.venus, s.nouvelles + p.nombre, s.non_sues FROM rencontres r, sans_nom s, premieres p
$$;
REVOKE ALL ON FUNCTION accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.actes_a_compter, accompagnement.publics_touches, accompagnement.contacts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.publics_touches, accompagnement.contacts, accompagnement.tranche_d_age TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126075326_AccompagnementFormules', '10.0.11');

CREATE TABLE accompagnement.compteurs_d_etiquettes (
    etiquette uuid NOT NULL,
    jour date NOT NULL,
    equipes uuid[] NOT NULL,
    activites integer NOT NULL,
    accompagnements integer NOT NULL,
    CONSTRAINT pk_compteurs_d_etiquettes PRIMARY KEY (etiquette, jour, equipes)
);

CREATE TABLE accompagnement.etiquettes (
    id uuid NOT NULL,
    portee character varying(40) NOT NULL,
    proprietaire uuid NOT NULL,
    auteur uuid NOT NULL,
    nom character varying(80) NOT NULL,
    nom_recherche character varying(400) NOT NULL,
    description character varying(280),
    creee_le timestamp with time zone NOT NULL,
    rangee_le timestamp with time zone,
    reunie_dans uuid,
    CONSTRAINT pk_etiquettes PRIMARY KEY (id)
);

CREATE TABLE accompagnement.mentorats (
    id uuid NOT NULL,
    mentor uuid NOT NULL,
    mentore uuid NOT NULL,
    equipe uuid NOT NULL,
    declare_par uuid NOT NULL,
    debut date NOT NULL,
    declare_le timestamp with time zone NOT NULL,
    etat character varying(40) NOT NULL,
    fin date,
    CONSTRAINT pk_mentorats PRIMARY KEY (id)
);

CREATE TABLE accompagnement.remises_a_plus_tard (
    compte uuid NOT NULL,
    cle character varying(120) NOT NULL,
    jusqua date NOT NULL,
    CONSTRAINT pk_remises_a_plus_tard PRIMARY KEY (compte, cle)
);

CREATE TABLE accompagnement.rencontres_de_mentorat (
    id uuid NOT NULL,
    mentorat uuid NOT NULL,
    jour date NOT NULL,
    notee_par uuid NOT NULL,
    notee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_rencontres_de_mentorat PRIMARY KEY (id),
    CONSTRAINT fk_rencontres_de_mentorat_mentorats_mentorat FOREIGN KEY (mentorat) REFERENCES accompagnement.mentorats (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_etiquettes_proprietaire_nom_recherche ON accompagnement.etiquettes (proprietaire, nom_recherche) WHERE rangee_le IS NULL AND reunie_dans IS NULL;

CREATE INDEX ix_mentorats_equipe ON accompagnement.mentorats (equipe);

CREATE INDEX ix_mentorats_mentor ON accompagnement.mentorats (mentor);

CREATE UNIQUE INDEX ux_mentorats_un_mentor ON accompagnement.mentorats (mentore) WHERE etat = 'EnCours';

CREATE UNIQUE INDEX ix_rencontres_de_mentorat_mentorat_jour ON accompagnement.rencontres_de_mentorat (mentorat, jour);

-- The organisations and the teams of the one who asks, past ones too: what they may still read the name of. Definer: other modules' policies use it.
CREATE FUNCTION comptes.mes_attaches() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT organisation FROM comptes.appartenances WHERE compte = noyau.compte()
    UNION
    SELECT equipe FROM comptes.membres_d_equipe WHERE compte = noyau.compte()
$$;
REVOKE ALL ON FUNCTION comptes.mes_attaches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_attaches TO faireavec_app;

-- Who helps people in the départements of the one who asks: that of the organisation that they work for now, and those of their territory. Name, roles,
-- organisation, teams, commune; the e-mail address of whoever agreed. Definer: it filters rights itself. Nobody looks through somebody else's screen.
CREATE FUNCTION comptes.annuaire(p_maintenant timestamptz)
RETURNS TABLE (compte uuid, prenom text, nom text, organisation uuid, nom_organisation text, code_insee text, departement text, roles text, equipes text, courriel text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT c.id, c.prenom::text, c.nom::text, o.id, o.nom::text, o.code_insee::text, o.departement::text, string_agg(DISTINCT a.role::text, ','),
           (SELECT string_agg(DISTINCT e.nom::text, ', ') FROM comptes.membres_d_equipe m JOIN comptes.equipes e ON e.id = m.equipe AND e.fermee_le IS NULL
            WHERE m.compte = c.id AND m.debut <= p_maintenant AND (m.fin IS NULL OR m.fin > p_maintenant)),
           CASE WHEN EXISTS (SELECT 1 FROM comptes.accords x WHERE x.personne = c.id AND x.finalite = 'comptes.annuaire' AND x.retire_le IS NULL) THEN c.courriel::text END
    FROM comptes.appartenances a
    JOIN comptes.comptes c ON c.id = a.compte AND c.etat = 'Actif'
    JOIN comptes.organisations o ON o.id = a.organisation AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
    WHERE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'referent', 'gestionnaire_structure') AND NOT noyau.a_role('regard')
      AND a.role IN ('mediateur', 'conseiller_numerique', 'coordinateur') AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)
      AND (o.departement = ANY (noyau.departements()) OR o.departement = (SELECT s.departement FROM comptes.organisations s WHERE s.id = noyau.organisation()))
    GROUP BY c.id, c.prenom, c.nom, c.courriel, o.id, o.nom, o.code_insee, o.departement
$$;
REVOKE ALL ON FUNCTION comptes.annuaire FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.annuaire TO faireavec_app;


-- Labels, what is put off, mentors: what the database refuses whatever the code does.

-- Labels: one's own; those of the teams that one is in or was in, to go on reading one's acts; those of a team are made and changed by who coordinates it.
ALTER TABLE accompagnement.etiquettes
    ADD CHECK (portee IN ('Personnelle', 'Equipe')),
    ADD CHECK (reunie_dans IS NULL OR reunie_dans <> id),
    ADD CHECK (portee <> 'Personnelle' OR proprietaire = auteur);
CREATE INDEX ix_activites_etiquettes ON accompagnement.activites USING gin (etiquettes) WHERE etiquettes <> '{}';
GRANT SELECT, INSERT, DELETE ON accompagnement.etiquettes TO faireavec_app;
GRANT UPDATE (nom, nom_recherche, description, rangee_le, reunie_dans) ON accompagnement.etiquettes TO faireavec_app;
ALTER TABLE accompagnement.etiquettes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.etiquettes FOR SELECT USING (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND (
        proprietaire = (SELECT noyau.compte()) OR proprietaire = ANY ((SELECT noyau.equipes())::uuid[]) OR proprietaire IN (SELECT comptes.mes_attaches())))
    OR (SELECT noyau.a_role('systeme:droits', 'systeme:demarrage')));
CREATE POLICY creer ON accompagnement.etiquettes FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte()) AND (
        (portee = 'Personnelle' AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
        OR (portee = 'Equipe' AND (SELECT noyau.a_role('coordinateur')) AND proprietaire = ANY ((SELECT noyau.equipes())::uuid[]))))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.etiquettes FOR UPDATE USING (
    (portee = 'Personnelle' AND proprietaire = (SELECT noyau.compte()))
    OR (portee = 'Equipe' AND (SELECT noyau.a_role('coordinateur')) AND proprietaire = ANY ((SELECT noyau.equipes())::uuid[])));
-- Erasing somebody takes their own labels away. A team's stays.
CREATE POLICY effacer ON accompagnement.etiquettes FOR DELETE USING (portee = 'Personnelle' AND (SELECT noyau.a_role('systeme:droits')));

-- Which of these labels an act of this author may take, and what each has become. Definer: an application that sends for somebody reads no label.
CREATE FUNCTION accompagnement.etiquettes_permises(p_compte uuid, p_organisation uuid, p_equipes uuid[], p_ids uuid[]) RETURNS TABLE (demandee uuid, retenue uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH RECURSIVE chaine AS (
        SELECT e.id AS demandee, e.id, e.proprietaire, e.rangee_le, e.reunie_dans FROM accompagnement.etiquettes e WHERE e.id = ANY (p_ids)
        UNION
        SELECT c.demandee, e.id, e.proprietaire, e.rangee_le, e.reunie_dans FROM chaine c JOIN accompagnement.etiquettes e ON e.id = c.reunie_dans)
    SELECT c.demandee, c.id FROM chaine c
    WHERE c.reunie_dans IS NULL AND c.rangee_le IS NULL
      AND (p_compte = noyau.compte() OR (noyau.a_role('client_api') AND p_organisation = noyau.organisation()))
      AND (c.proprietaire = p_compte OR c.proprietaire = ANY (p_equipes) OR (p_compte = noyau.compte() AND c.proprietaire = ANY (noyau.equipes())))
$$;
REVOKE ALL ON FUNCTION accompagnement.etiquettes_permises FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.etiquettes_permises TO faireavec_app;

-- Labels that count for the teams of who coordinates them: theirs, and those that somebody joined to them.
CREATE FUNCTION accompagnement.etiquettes_des_equipes() RETURNS TABLE (etiquette uuid, retenue uuid, nom text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH RECURSIVE c AS (
        SELECT e.id AS etiquette, e.id AS retenue, e.nom::text FROM accompagnement.etiquettes e
        WHERE noyau.a_role('coordinateur') AND e.portee = 'Equipe' AND e.proprietaire = ANY (noyau.equipes()) AND e.reunie_dans IS NULL
        UNION
        SELECT e.id, c.retenue, c.nom FROM c JOIN accompagnement.etiquettes e ON e.reunie_dans = c.etiquette)
    SELECT c.etiquette, c.retenue, c.nom FROM c
$$;
REVOKE ALL ON FUNCTION accompagnement.etiquettes_des_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.etiquettes_des_equipes TO faireavec_app;

-- Counters by label, without the authors. Written by the trigger alone; it runs only for acts that have a label.
GRANT SELECT ON accompagnement.compteurs_d_etiquettes TO faireavec_app;
ALTER TABLE accompagnement.compteurs_d_etiquettes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.compteurs_d_etiquettes FOR SELECT USING (
    ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[] AND etiquette IN (SELECT d.etiquette FROM accompagnement.etiquettes_des_equipes() d))
    OR (SELECT noyau.a_role('systeme:taches')));

CREATE FUNCTION accompagnement.ajouter_aux_etiquettes(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    INSERT INTO accompagnement.compteurs_d_etiquettes AS c (etiquette, jour, equipes, activites, accompagnements)
    -- Always in the same order: two acts at once never wait for each other in a circle.
    SELECT e, a.jour, a.equipes, signe, signe * (a.sans_nom + a.suivies) FROM (SELECT DISTINCT unnest(a.etiquettes) AS e ORDER BY 1) x
    ON CONFLICT (etiquette, jour, equipes) DO UPDATE SET activites = c.activites + excluded.activites, accompagnements = c.accompagnements + excluded.accompagnements
$$;
REVOKE ALL ON FUNCTION accompagnement.ajouter_aux_etiquettes FROM PUBLIC;
CREATE FUNCTION accompagnement.compter_les_etiquettes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_etiquettes(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_etiquettes(NEW, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER compter_les_etiquettes_ajout AFTER INSERT ON accompagnement.activites FOR EACH ROW
    WHEN (NEW.etiquettes <> '{}') EXECUTE FUNCTION accompagnement.compter_les_etiquettes();
CREATE TRIGGER compter_les_etiquettes_changement AFTER UPDATE ON accompagnement.activites FOR EACH ROW
    WHEN (NEW.etiquettes <> '{}' OR OLD.etiquettes <> '{}') EXECUTE FUNCTION accompagnement.compter_les_etiquettes();

-- Where these counters differ from the acts. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_des_etiquettes(p_du date, p_au date) RETURNS TABLE (etiquette uuid, jour date, compteur bigint, recompte bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH recompte AS (
        SELECT e AS etiquette, a.jour, a.equipes, count(*) AS activites, sum(a.sans_nom + a.suivies) AS accompagnements
        FROM accompagnement.activites a, LATERAL (SELECT DISTINCT unnest(a.etiquettes) AS e) x
        WHERE a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au AND a.etiquettes <> '{}' GROUP BY 1, 2, 3)
    SELECT coalesce(c.etiquette, r.etiquette), coalesce(c.jour, r.jour), v.compteur, v.recompte
    FROM (SELECT * FROM accompagnement.compteurs_d_etiquettes WHERE jour BETWEEN p_du AND p_au) c
    FULL JOIN recompte r ON (c.etiquette, c.jour, c.equipes) = (r.etiquette, r.jour, r.equipes)
    CROSS JOIN LATERAL (VALUES
        (coalesce(c.activites, 0)::bigint, coalesce(r.activites, 0)::bigint),
        (coalesce(c.accompagnements, 0)::bigint, coalesce(r.accompagnements, 0)::bigint)) v(compteur, recompte)
    WHERE v.compteur <> v.recompte
$$;
REVOKE ALL ON FUNCTION accompagnement.ecarts_des_etiquettes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ecarts_des_etiquettes TO faireavec_app;

-- What is put off: each one's own. Past ones are purged.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.remises_a_plus_tard TO faireavec_app;
ALTER TABLE accompagnement.remises_a_plus_tard ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON accompagnement.remises_a_plus_tard USING (compte = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY lire_pour_purger ON accompagnement.remises_a_plus_tard FOR SELECT USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY purger ON accompagnement.remises_a_plus_tard FOR DELETE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

-- Mentors: the two of them, and who coordinates the team of the one who is helped. No employer, no payer, no State.
ALTER TABLE accompagnement.mentorats ADD CHECK (mentor <> mentore), ADD CHECK (fin >= debut), ADD CHECK ((etat = 'EnCours') = (fin IS NULL));
-- Two people, one mentorship at a time, whichever way round.
CREATE UNIQUE INDEX ux_mentorats_pas_de_cercle ON accompagnement.mentorats (least(mentor, mentore), greatest(mentor, mentore)) WHERE etat = 'EnCours';
GRANT SELECT, INSERT, DELETE ON accompagnement.mentorats, accompagnement.rencontres_de_mentorat TO faireavec_app;
GRANT UPDATE (etat, fin) ON accompagnement.mentorats TO faireavec_app;
ALTER TABLE accompagnement.mentorats ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.rencontres_de_mentorat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.mentorats FOR SELECT USING (
    (SELECT noyau.compte()) IN (mentor, mentore)
    OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits', 'systeme:demarrage')));
CREATE POLICY declarer ON accompagnement.mentorats FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]) AND declare_par = (SELECT noyau.compte()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.mentorats FOR UPDATE USING (
    (SELECT noyau.compte()) IN (mentor, mentore)
    OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])));
CREATE POLICY purger ON accompagnement.mentorats FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
-- Under the policy above.
CREATE POLICY lire ON accompagnement.rencontres_de_mentorat FOR SELECT USING (mentorat IN (SELECT id FROM accompagnement.mentorats));
CREATE POLICY noter ON accompagnement.rencontres_de_mentorat FOR INSERT WITH CHECK (
    (notee_par = (SELECT noyau.compte()) AND mentorat IN (SELECT id FROM accompagnement.mentorats m WHERE (SELECT noyau.compte()) IN (m.mentor, m.mentore)))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY retirer ON accompagnement.rencontres_de_mentorat FOR DELETE USING (notee_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126075347_Reseau', '10.0.11');

ALTER TABLE accompagnement.activites ADD registre uuid;

CREATE TABLE accompagnement.registres (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    titre character varying(200) NOT NULL,
    jour date NOT NULL,
    debut time without time zone NOT NULL,
    fin time without time zone NOT NULL,
    type_de_lieu character varying(40) NOT NULL,
    lieu character varying(200),
    commune character varying(5),
    papier integer NOT NULL,
    effectifs jsonb,
    ouvert_le timestamp with time zone NOT NULL,
    ferme_le timestamp with time zone,
    signatures integer,
    version integer NOT NULL,
    CONSTRAINT pk_registres PRIMARY KEY (id),
    CONSTRAINT ak_registres_id_auteur UNIQUE (id, auteur)
);

CREATE TABLE accompagnement.signatures_de_registres (
    id uuid NOT NULL,
    registre uuid NOT NULL,
    auteur uuid NOT NULL,
    prenom bytea,
    trace bytea,
    signee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_signatures_de_registres PRIMARY KEY (id),
    CONSTRAINT fk_signatures_de_registres_registres_registre_auteur FOREIGN KEY (registre, auteur) REFERENCES accompagnement.registres (id, auteur) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_activites_registre ON accompagnement.activites (registre) WHERE registre IS NOT NULL;

CREATE INDEX ix_registres_auteur_jour_id ON accompagnement.registres (auteur, jour, id);

CREATE INDEX ix_signatures_de_registres_registre ON accompagnement.signatures_de_registres (registre);

ALTER TABLE accompagnement.activites ADD CONSTRAINT fk_activites_registres_registre_auteur FOREIGN KEY (registre, auteur) REFERENCES accompagnement.registres (id, auteur) ON DELETE RESTRICT;

-- Registers of attendance and who signed them: their author's alone. What is closed doesn't change any more, whatever the code does; the support that looks
-- as somebody sees no signature.
ALTER TABLE accompagnement.registres
    ADD CHECK (debut < fin),
    ADD CHECK (papier BETWEEN 0 AND 2000),
    ADD CHECK ((ferme_le IS NULL) = (signatures IS NULL)),
    ADD CHECK (signatures BETWEEN greatest(papier, 1) AND 2000);
ALTER TABLE accompagnement.signatures_de_registres
    ADD CHECK (octet_length(prenom) <= 2000),
    ADD CHECK (octet_length(trace) <= 60000);

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.registres, accompagnement.signatures_de_registres TO faireavec_app;
ALTER TABLE accompagnement.registres ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.signatures_de_registres ENABLE ROW LEVEL SECURITY;

CREATE POLICY lire ON accompagnement.registres FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.registres FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
-- One that is open is counted and closed, by its author or by the purge; one that is closed stays as it is.
CREATE POLICY changer ON accompagnement.registres FOR UPDATE USING (
    ferme_le IS NULL AND (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches'))))
    WITH CHECK (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY retirer ON accompagnement.registres FOR DELETE USING (ferme_le IS NULL AND auteur = (SELECT noyau.compte()));

-- The registers of the one who asks that are still open. Definer: the policies below ask it for each row.
CREATE FUNCTION accompagnement.registre_ouvert(p_registre uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT EXISTS (SELECT 1 FROM accompagnement.registres r WHERE r.id = p_registre AND r.auteur = noyau.compte() AND r.ferme_le IS NULL)
$$;
REVOKE ALL ON FUNCTION accompagnement.registre_ouvert FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.registre_ouvert TO faireavec_app;

CREATE POLICY lire ON accompagnement.signatures_de_registres FOR SELECT USING (
    (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard'))) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY signer ON accompagnement.signatures_de_registres FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND auteur = (SELECT noyau.compte()) AND accompagnement.registre_ouvert(registre))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.signatures_de_registres FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')) AND accompagnement.registre_ouvert(registre))
    WITH CHECK (auteur = (SELECT noyau.compte()) AND accompagnement.registre_ouvert(registre));
-- The purge takes them from registers that are closed.
CREATE POLICY retirer ON accompagnement.signatures_de_registres FOR DELETE USING (
    (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')) AND accompagnement.registre_ouvert(registre)) OR (SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126080010_Registres', '10.0.11');

CREATE TABLE accompagnement.calendriers_externes (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    nom character varying(80) NOT NULL,
    adresse_fermee bytea,
    hote character varying(255),
    fuseau character varying(40) NOT NULL,
    ajoute_le timestamp with time zone NOT NULL,
    etag character varying(200),
    lu_le timestamp with time zone,
    lu_en_entier_le timestamp with time zone,
    essaye_le timestamp with time zone,
    prochaine_lecture timestamp with time zone,
    faute character varying(300),
    echecs integer NOT NULL,
    evenements integer NOT NULL,
    plages integer NOT NULL,
    illisibles integer NOT NULL,
    regles_non_comprises integer NOT NULL,
    fuseaux_inconnus integer NOT NULL,
    CONSTRAINT pk_calendriers_externes PRIMARY KEY (id)
);

CREATE TABLE accompagnement.flux_d_agenda (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    empreinte bytea NOT NULL,
    avec_prenoms boolean NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    revoque_le timestamp with time zone,
    CONSTRAINT pk_flux_d_agenda PRIMARY KEY (id)
);

CREATE TABLE accompagnement.rappels (
    rendez_vous uuid NOT NULL,
    debut timestamp with time zone NOT NULL,
    palier character varying(20) NOT NULL,
    canal character varying(20) NOT NULL,
    etat character varying(20) NOT NULL,
    pris_le timestamp with time zone NOT NULL,
    essais integer NOT NULL,
    faute character varying(300),
    CONSTRAINT pk_rappels PRIMARY KEY (rendez_vous, debut, palier, canal)
);

CREATE TABLE accompagnement.plages_externes (
    calendrier uuid NOT NULL,
    debut timestamp with time zone NOT NULL,
    compte uuid NOT NULL,
    fin timestamp with time zone NOT NULL,
    CONSTRAINT pk_plages_externes PRIMARY KEY (calendrier, debut),
    CONSTRAINT fk_plages_externes_calendriers_externes_calendrier FOREIGN KEY (calendrier) REFERENCES accompagnement.calendriers_externes (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_calendriers_externes_compte_nom ON accompagnement.calendriers_externes (compte, nom);

CREATE INDEX ix_calendriers_externes_prochaine_lecture ON accompagnement.calendriers_externes (prochaine_lecture) WHERE prochaine_lecture IS NOT NULL;

CREATE UNIQUE INDEX ix_flux_d_agenda_compte_organisation ON accompagnement.flux_d_agenda (compte, organisation) WHERE revoque_le IS NULL;

CREATE UNIQUE INDEX ix_flux_d_agenda_empreinte ON accompagnement.flux_d_agenda (empreinte);

CREATE INDEX ix_plages_externes_compte_fin ON accompagnement.plages_externes (compte, fin);

CREATE INDEX ix_rappels_debut ON accompagnement.rappels (debut);

-- Short messages: who doesn't want any, what went and whether it arrived. Neither a number nor a text is kept.

-- The key of the hashes of numbers, closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE noyau.sel_numeros (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION noyau.sel_des_numeros(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
BEGIN
    INSERT INTO noyau.sel_numeros (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM noyau.sel_numeros);
END $$;

-- Nobody reads the list: one asks of a number, by its hash.
CREATE TABLE noyau.desinscriptions (
    empreinte bytea PRIMARY KEY CHECK (length(empreinte) = 32),
    depuis timestamptz NOT NULL,
    origine text NOT NULL CHECK (origine IN ('reponse', 'page'))
);
ALTER TABLE noyau.desinscriptions ENABLE ROW LEVEL SECURITY;
GRANT SELECT (depuis), DELETE ON noyau.desinscriptions TO faireavec_app;
CREATE POLICY purger_lire ON noyau.desinscriptions FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY purger ON noyau.desinscriptions FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE FUNCTION noyau.est_desinscrit(p_empreinte bytea) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT EXISTS (SELECT 1 FROM noyau.desinscriptions WHERE empreinte = p_empreinte)
$$;
CREATE FUNCTION noyau.desinscrire(p_empreinte bytea, p_depuis timestamptz, p_origine text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.desinscriptions (empreinte, depuis, origine) VALUES (p_empreinte, p_depuis, p_origine) ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION noyau.reinscrire(p_empreinte bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    DELETE FROM noyau.desinscriptions WHERE empreinte = p_empreinte
$$;

CREATE TABLE noyau.courts_messages (
    cle text PRIMARY KEY CHECK (length(cle) BETWEEN 1 AND 120),
    id uuid NOT NULL UNIQUE,
    empreinte bytea NOT NULL CHECK (length(empreinte) = 32),
    categorie text NOT NULL,
    segments integer NOT NULL CHECK (segments BETWEEN 1 AND 6),
    etat text NOT NULL CHECK (etat IN ('en_cours', 'envoye', 'echec', 'desinscrit')),
    instant timestamptz NOT NULL,
    essais integer NOT NULL DEFAULT 1,
    erreur text CHECK (length(erreur) <= 300),
    remise text CHECK (remise IN ('recu', 'non_recu')),
    remise_le timestamptz
);
CREATE INDEX ix_courts_messages_instant ON noyau.courts_messages (instant);
ALTER TABLE noyau.courts_messages ENABLE ROW LEVEL SECURITY;
-- All but the hash: whoever looks at what went can't follow one person.
GRANT SELECT (cle, id, categorie, segments, etat, instant, essais, erreur, remise, remise_le), DELETE ON noyau.courts_messages TO faireavec_app;
CREATE POLICY lire ON noyau.courts_messages FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches')));
CREATE POLICY purger ON noyau.courts_messages FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Whoever gets an id sends it; null: it went, or somebody else is sending it. A failure is taken again, as is what nobody finished; the id stays.
CREATE FUNCTION noyau.prendre_court_message(p_cle text, p_id uuid, p_empreinte bytea, p_categorie text, p_segments integer, p_etat text, p_instant timestamptz, p_abandon timestamptz)
RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.courts_messages AS m (cle, id, empreinte, categorie, segments, etat, instant) VALUES (p_cle, p_id, p_empreinte, p_categorie, p_segments, p_etat, p_instant)
    ON CONFLICT (cle) DO UPDATE SET etat = excluded.etat, instant = excluded.instant, segments = excluded.segments, empreinte = excluded.empreinte, essais = m.essais + 1, erreur = NULL
        WHERE m.etat = 'echec' OR (m.etat = 'en_cours' AND m.instant < p_abandon)
    RETURNING id
$$;
CREATE FUNCTION noyau.clore_court_message(p_id uuid, p_etat text, p_erreur text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    UPDATE noyau.courts_messages SET etat = p_etat, erreur = left(p_erreur, 300) WHERE id = p_id AND etat = 'en_cours'
$$;
CREATE FUNCTION noyau.remise_de_court_message(p_id uuid, p_remise text, p_le timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    UPDATE noyau.courts_messages SET remise = p_remise, remise_le = p_le WHERE id = p_id AND etat IN ('envoye', 'en_cours')
$$;

-- What the gateway told, once.
CREATE TABLE noyau.retours_de_courts_messages (id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120), recu_le timestamptz NOT NULL);
ALTER TABLE noyau.retours_de_courts_messages ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON noyau.retours_de_courts_messages TO faireavec_app;
CREATE POLICY purger_lire ON noyau.retours_de_courts_messages FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY purger ON noyau.retours_de_courts_messages FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE FUNCTION noyau.noter_retour_de_court_message(p_id text, p_recu_le timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
BEGIN
    INSERT INTO noyau.retours_de_courts_messages (id, recu_le) VALUES (p_id, p_recu_le) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION noyau.sel_des_numeros, noyau.est_desinscrit, noyau.desinscrire, noyau.reinscrire, noyau.prendre_court_message, noyau.clore_court_message, noyau.remise_de_court_message, noyau.noter_retour_de_court_message FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.sel_des_numeros, noyau.est_desinscrit, noyau.desinscrire, noyau.reinscrire, noyau.prendre_court_message, noyau.clore_court_message, noyau.remise_de_court_message, noyau.noter_retour_de_court_message TO faireavec_app;


-- Reminders that went, calendars that are read elsewhere, calendars of elsewhere that close slots.
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.rappel_premier_heures', '2026-01-01', 48, 'Décision du projet : le temps de déplacer un rendez-vous'),
    ('accompagnement.rappel_second_heures', '2026-01-01', 2, 'Décision du projet : le temps de se mettre en route'),
    ('accompagnement.sms_matin_heure', '2026-01-01', 8, 'Décision du projet : pas de SMS avant 8 h, à l’heure du lieu'),
    ('accompagnement.sms_soir_heure', '2026-01-01', 20, 'Décision du projet : pas de SMS après 20 h, à l’heure du lieu');

-- Only the job that sends them looks at it: an id and an hour, nobody.
GRANT SELECT, INSERT, DELETE ON accompagnement.rappels TO faireavec_app;
GRANT UPDATE (etat, pris_le, essais, faute) ON accompagnement.rappels TO faireavec_app;
ALTER TABLE accompagnement.rappels ENABLE ROW LEVEL SECURITY;
CREATE POLICY systeme ON accompagnement.rappels USING ((SELECT noyau.a_role('systeme:taches')));

ALTER TABLE accompagnement.flux_d_agenda ADD CHECK (length(empreinte) = 32);
ALTER TABLE accompagnement.plages_externes ADD CHECK (fin > debut);
-- One's own; nobody looks at them through somebody else's screen. Who coordinates, manages or runs the platform reads none.
GRANT SELECT, INSERT, DELETE ON accompagnement.flux_d_agenda TO faireavec_app;
GRANT UPDATE (revoque_le) ON accompagnement.flux_d_agenda TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.calendriers_externes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.plages_externes TO faireavec_app;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['flux_d_agenda', 'calendriers_externes', 'plages_externes'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format($p$
            CREATE POLICY miens ON accompagnement.%I USING (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))$p$, t);
        EXECUTE format('CREATE POLICY droits ON accompagnement.%I USING ((SELECT noyau.a_role(''systeme:droits'')))', t);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE USING (NOT (SELECT noyau.a_role(''regard'')))', t);
    END LOOP;
END $$;
-- A program that has the secret of an address.
CREATE POLICY lire_par_le_secret ON accompagnement.flux_d_agenda FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY relire ON accompagnement.calendriers_externes USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY relire ON accompagnement.plages_externes USING ((SELECT noyau.a_role('systeme:taches')));
-- Whoever books sees that a slot isn't free, never why: the agenda reads the times in a context of its own.
CREATE POLICY fermer_des_creneaux ON accompagnement.plages_externes FOR SELECT USING ((SELECT noyau.a_role('systeme:agenda')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126080905_RappelsEtCalendriers', '10.0.11');

CREATE TABLE accompagnement.besoins_exprimes (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    reference character varying(6) NOT NULL,
    code character varying(40) NOT NULL,
    ligne integer NOT NULL,
    urgent boolean NOT NULL,
    avant timestamp with time zone,
    apres uuid,
    commune character varying(5),
    cree_le timestamp with time zone NOT NULL,
    reorientations integer NOT NULL,
    envois integer NOT NULL,
    referent_unique uuid,
    referent_depuis timestamp with time zone,
    clos_le timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_besoins_exprimes PRIMARY KEY (id),
    CONSTRAINT fk_besoins_exprimes_besoins_exprimes_apres FOREIGN KEY (apres) REFERENCES accompagnement.besoins_exprimes (id) ON DELETE RESTRICT
);

CREATE TABLE accompagnement.receveurs (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    besoins text[] NOT NULL,
    metier character varying(40) NOT NULL,
    par_semaine integer,
    langues text[] NOT NULL,
    amenagements text[] NOT NULL,
    interprete boolean NOT NULL,
    suspendu_jusqu_au date,
    modifie_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_receveurs PRIMARY KEY (id)
);

CREATE TABLE accompagnement.orientations (
    id uuid NOT NULL,
    besoin uuid NOT NULL,
    code character varying(40) NOT NULL,
    reference character varying(6) NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    rang integer NOT NULL,
    lieu character varying(200),
    structure character varying(120),
    metier character varying(40) NOT NULL,
    destinataire uuid,
    meme_structure boolean NOT NULL,
    urgent boolean NOT NULL,
    langue character varying(40),
    interprete boolean NOT NULL,
    amenagements text[] NOT NULL,
    disponibilites text[] NOT NULL,
    precision character varying(140),
    accords jsonb NOT NULL,
    retour_consenti boolean NOT NULL,
    candidats text[] NOT NULL,
    etat character varying(20) NOT NULL,
    proposee_le timestamp with time zone NOT NULL,
    etat_depuis timestamp with time zone NOT NULL,
    envoyee_le timestamp with time zone,
    repondue_le timestamp with time zone,
    rdv_le timestamp with time zone,
    honoree_le timestamp with time zone,
    confirmee_par character varying(20),
    finie_le timestamp with time zone,
    resultat character varying(40),
    motif character varying(40),
    version integer NOT NULL,
    CONSTRAINT pk_orientations PRIMARY KEY (id),
    CONSTRAINT fk_orientations_besoins_exprimes_besoin FOREIGN KEY (besoin) REFERENCES accompagnement.besoins_exprimes (id) ON DELETE RESTRICT
);

CREATE TABLE accompagnement.liens_d_orientation (
    id uuid NOT NULL,
    orientation uuid NOT NULL,
    empreinte bytea NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    retire_le timestamp with time zone,
    CONSTRAINT pk_liens_d_orientation PRIMARY KEY (id),
    CONSTRAINT fk_liens_d_orientation_orientations_orientation FOREIGN KEY (orientation) REFERENCES accompagnement.orientations (id) ON DELETE CASCADE
);

CREATE INDEX ix_besoins_exprimes_auteur_cree_le ON accompagnement.besoins_exprimes (auteur, cree_le);

CREATE UNIQUE INDEX ix_liens_d_orientation_empreinte ON accompagnement.liens_d_orientation (empreinte);

CREATE INDEX ix_liens_d_orientation_orientation ON accompagnement.liens_d_orientation (orientation);

CREATE INDEX ix_orientations_a_expirer ON accompagnement.orientations (envoyee_le) WHERE etat = 'Envoyee';

CREATE INDEX ix_orientations_auteur_proposee_le ON accompagnement.orientations (auteur, proposee_le);

CREATE UNIQUE INDEX ix_orientations_besoin_rang ON accompagnement.orientations (besoin, rang);

CREATE INDEX ix_orientations_destinataire_envoyee_le ON accompagnement.orientations (destinataire, envoyee_le);

CREATE INDEX ix_orientations_lieu_envoyee_le ON accompagnement.orientations (lieu, envoyee_le);

CREATE UNIQUE INDEX ix_receveurs_lieu ON accompagnement.receveurs (lieu);

CREATE INDEX ix_receveurs_organisation ON accompagnement.receveurs (organisation);

-- Orientations: needs, what is sent and to whom, what a place can receive, links of receivers without an account. Who sends sees theirs; the organisation
-- that receives sees what was sent to it, once it was; nobody else sees anything, whoever manages, pays, supports or runs the platform. No row holds somebody.
-- 'systeme:orientation': what a signed link opens, in a scope of its own.
ALTER TABLE accompagnement.besoins_exprimes
    ADD CONSTRAINT ck_besoins_exprimes_reorientations CHECK (reorientations BETWEEN 0 AND 2 AND envois >= reorientations AND envois <= 3),
    ADD CONSTRAINT ck_besoins_exprimes_referent CHECK ((referent_unique IS NULL) = (referent_depuis IS NULL) AND (referent_unique IS NULL OR reorientations = 2));
ALTER TABLE accompagnement.orientations
    -- The third time on doesn't exist.
    ADD CONSTRAINT ck_orientations_rang CHECK (rang BETWEEN 0 AND 2),
    ADD CONSTRAINT ck_orientations_ou CHECK ((lieu IS NULL) <> (structure IS NULL)),
    -- Nothing leaves without a yes.
    ADD CONSTRAINT ck_orientations_accord CHECK (envoyee_le IS NULL OR jsonb_array_length(accords) > 0),
    ADD CONSTRAINT ck_orientations_arrivee CHECK ((honoree_le IS NULL) = (confirmee_par IS NULL)),
    ADD CONSTRAINT ck_orientations_close CHECK (etat <> 'Close' OR resultat IS NOT NULL);
-- One at a time for a need.
CREATE UNIQUE INDEX ux_orientations_en_cours ON accompagnement.orientations (besoin) WHERE etat NOT IN ('Close', 'Refusee', 'Expiree');
ALTER TABLE accompagnement.receveurs ADD CONSTRAINT ck_receveurs_par_semaine CHECK (par_semaine BETWEEN 0 AND 500);

GRANT SELECT, INSERT ON accompagnement.besoins_exprimes, accompagnement.orientations, accompagnement.liens_d_orientation TO faireavec_app;
GRANT UPDATE (reorientations, envois, referent_unique, referent_depuis, clos_le, version) ON accompagnement.besoins_exprimes TO faireavec_app;
GRANT UPDATE (precision, accords, retour_consenti, etat, etat_depuis, envoyee_le, repondue_le, rdv_le, honoree_le, confirmee_par, finie_le, resultat, motif, version) ON accompagnement.orientations TO faireavec_app;
GRANT UPDATE (retire_le) ON accompagnement.liens_d_orientation TO faireavec_app;
GRANT DELETE ON accompagnement.besoins_exprimes, accompagnement.orientations, accompagnement.liens_d_orientation TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.receveurs TO faireavec_app;
ALTER TABLE accompagnement.besoins_exprimes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.orientations ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.liens_d_orientation ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.receveurs ENABLE ROW LEVEL SECURITY;

CREATE POLICY lire ON accompagnement.besoins_exprimes FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR referent_unique = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY dire ON accompagnement.besoins_exprimes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'aidant')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.besoins_exprimes FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) OR referent_unique = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')))
    WITH CHECK (true);
CREATE POLICY purger ON accompagnement.besoins_exprimes FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

CREATE POLICY lire ON accompagnement.orientations FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR (destinataire = (SELECT noyau.organisation()) AND envoyee_le IS NOT NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
    OR besoin IN (SELECT id FROM accompagnement.besoins_exprimes WHERE referent_unique = (SELECT noyau.compte()))
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY envoyer ON accompagnement.orientations FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'aidant')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.orientations FOR UPDATE USING (
    auteur = (SELECT noyau.compte())
    OR (destinataire = (SELECT noyau.organisation()) AND envoyee_le IS NOT NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches')));
CREATE POLICY purger ON accompagnement.orientations FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The link: of who sends. It is looked for by its hash in the system context.
CREATE POLICY lire ON accompagnement.liens_d_orientation FOR SELECT USING (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())) OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches')));
CREATE POLICY donner ON accompagnement.liens_d_orientation FOR INSERT WITH CHECK (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())));
CREATE POLICY retirer ON accompagnement.liens_d_orientation FOR UPDATE USING (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())));
CREATE POLICY purger ON accompagnement.liens_d_orientation FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- What a place can receive: for whoever works and sends. About a place, never about somebody.
CREATE POLICY lire ON accompagnement.receveurs FOR SELECT USING (
    (SELECT noyau.compte()) IS NOT NULL OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY declarer ON accompagnement.receveurs FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.receveurs FOR UPDATE USING (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY retirer ON accompagnement.receveurs FOR DELETE USING (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()));

-- Nobody looks at them through somebody else's screen.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['besoins_exprimes', 'orientations', 'liens_d_orientation'] LOOP
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

-- How many people were sent to a place since an instant, by whoever: the capacity that is left. A count, nothing else.
CREATE FUNCTION accompagnement.envoyees_depuis(p_lieu text, p_depuis timestamptz) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT count(*)::integer FROM accompagnement.orientations
    WHERE lieu = p_lieu AND envoyee_le >= p_depuis AND etat NOT IN ('Refusee', 'Expiree')
      AND (noyau.compte() IS NOT NULL OR noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage'))
$$;
REVOKE ALL ON FUNCTION accompagnement.envoyees_depuis FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.envoyees_depuis TO faireavec_app;

-- What the figures of an organisation need: neither who, nor what need, nor where. Those to a place of one's own aren't counted.
CREATE FUNCTION accompagnement.orientations_comptees(p_du timestamptz, p_au timestamptz)
RETURNS TABLE (etat text, rang integer, urgent boolean, envoyee_le timestamptz, repondue_le timestamptz, honoree_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT o.etat::text, o.rang, o.urgent, o.envoyee_le, o.repondue_le, o.honoree_le FROM accompagnement.orientations o
    WHERE o.organisation = noyau.organisation() AND o.envoyee_le >= p_du AND o.envoyee_le < p_au AND NOT o.meme_structure
      AND noyau.a_role('coordinateur', 'gestionnaire_structure') AND NOT noyau.a_role('regard')
$$;
REVOKE ALL ON FUNCTION accompagnement.orientations_comptees FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.orientations_comptees TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126080958_Orientations', '10.0.11');

CREATE TABLE accompagnement.absences (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone NOT NULL,
    fuseau character varying(40) NOT NULL,
    CONSTRAINT pk_absences PRIMARY KEY (id)
);

CREATE TABLE accompagnement.ateliers_prevus (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    fuseau character varying(40) NOT NULL,
    salle uuid,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone NOT NULL,
    titre character varying(120) NOT NULL,
    description character varying(1000),
    capacite integer NOT NULL,
    en_ligne boolean NOT NULL,
    annule_le timestamp with time zone,
    cree_le timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_ateliers_prevus PRIMARY KEY (id)
);

CREATE TABLE accompagnement.disponibilites (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    fuseau character varying(40) NOT NULL,
    departement character varying(3),
    salle uuid,
    depuis date NOT NULL,
    jusqua date,
    semaines integer NOT NULL,
    de time without time zone NOT NULL,
    a time without time zone NOT NULL,
    duree integer NOT NULL,
    en_ligne boolean NOT NULL,
    tournee boolean NOT NULL,
    creee_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_disponibilites PRIMARY KEY (id)
);

CREATE TABLE accompagnement.occupations (
    source uuid NOT NULL,
    atelier boolean NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    salle uuid,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone NOT NULL,
    tenue_jusqua timestamp with time zone,
    CONSTRAINT pk_occupations PRIMARY KEY (source)
);

CREATE TABLE accompagnement.reglages_d_agenda (
    compte uuid NOT NULL,
    en_ligne boolean NOT NULL,
    delai_heures integer NOT NULL,
    horizon_jours integer NOT NULL,
    CONSTRAINT pk_reglages_d_agenda PRIMARY KEY (compte)
);

CREATE TABLE accompagnement.rendez_vous (
    id uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    fuseau character varying(40) NOT NULL,
    salle uuid,
    debut timestamp with time zone NOT NULL,
    fin timestamp with time zone NOT NULL,
    etat character varying(20) NOT NULL,
    remplace uuid,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    personne uuid,
    prenom_ferme bytea,
    telephone_ferme bytea,
    courriel_ferme bytea,
    empreinte_du_telephone bytea,
    empreinte_du_courriel bytea,
    empreinte_de_l_adresse bytea,
    accord_sms boolean NOT NULL,
    courriel_verifie_le timestamp with time zone,
    besoin character varying(40),
    interprete character varying(10),
    amenagements text[] NOT NULL,
    langue character varying(2) NOT NULL,
    origine character varying(20) NOT NULL,
    prise_le timestamp with time zone NOT NULL,
    tenue_jusqua timestamp with time zone,
    annulee_par character varying(20),
    effacee_le timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_rendez_vous PRIMARY KEY (id)
);

CREATE TABLE accompagnement.salles (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    nom character varying(80) NOT NULL,
    capacite integer NOT NULL,
    fermee_le timestamp with time zone,
    CONSTRAINT pk_salles PRIMARY KEY (id)
);

CREATE TABLE accompagnement.inscriptions (
    id uuid NOT NULL,
    atelier uuid NOT NULL,
    capacite integer NOT NULL,
    place integer,
    etat character varying(20) NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    personne uuid,
    prenom_ferme bytea,
    telephone_ferme bytea,
    courriel_ferme bytea,
    empreinte_du_telephone bytea,
    empreinte_du_courriel bytea,
    empreinte_de_l_adresse bytea,
    accord_sms boolean NOT NULL,
    courriel_verifie_le timestamp with time zone,
    besoin character varying(40),
    interprete character varying(10),
    amenagements text[] NOT NULL,
    langue character varying(2) NOT NULL,
    origine character varying(20) NOT NULL,
    prise_le timestamp with time zone NOT NULL,
    tenue_jusqua timestamp with time zone,
    annulee_par character varying(20),
    effacee_le timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_inscriptions PRIMARY KEY (id),
    CONSTRAINT fk_inscriptions_ateliers_prevus_atelier FOREIGN KEY (atelier) REFERENCES accompagnement.ateliers_prevus (id) ON DELETE CASCADE
);

CREATE INDEX ix_absences_compte_fin ON accompagnement.absences (compte, fin);

CREATE INDEX ix_ateliers_prevus_compte_debut ON accompagnement.ateliers_prevus (compte, debut);

CREATE INDEX ix_ateliers_prevus_lieu_debut ON accompagnement.ateliers_prevus (lieu, debut);

CREATE INDEX ix_disponibilites_compte ON accompagnement.disponibilites (compte);

CREATE INDEX ix_disponibilites_lieu ON accompagnement.disponibilites (lieu);

CREATE UNIQUE INDEX ix_inscriptions_atelier_place ON accompagnement.inscriptions (atelier, place) WHERE place IS NOT NULL;

CREATE INDEX ix_inscriptions_empreinte_de_l_adresse ON accompagnement.inscriptions (empreinte_de_l_adresse) WHERE empreinte_de_l_adresse IS NOT NULL;

CREATE INDEX ix_inscriptions_empreinte_du_courriel ON accompagnement.inscriptions (empreinte_du_courriel) WHERE empreinte_du_courriel IS NOT NULL;

CREATE INDEX ix_inscriptions_empreinte_du_telephone ON accompagnement.inscriptions (empreinte_du_telephone) WHERE empreinte_du_telephone IS NOT NULL;

CREATE INDEX ix_inscriptions_personne ON accompagnement.inscriptions (personne) WHERE personne IS NOT NULL;

CREATE INDEX ix_inscriptions_tenue_jusqua ON accompagnement.inscriptions (tenue_jusqua) WHERE tenue_jusqua IS NOT NULL;

CREATE INDEX ix_occupations_compte_debut ON accompagnement.occupations (compte, debut);

CREATE INDEX ix_occupations_lieu_debut ON accompagnement.occupations (lieu, debut);

CREATE INDEX ix_rendez_vous_compte_debut ON accompagnement.rendez_vous (compte, debut);

CREATE INDEX ix_rendez_vous_empreinte_de_l_adresse ON accompagnement.rendez_vous (empreinte_de_l_adresse) WHERE empreinte_de_l_adresse IS NOT NULL;

CREATE INDEX ix_rendez_vous_empreinte_du_courriel ON accompagnement.rendez_vous (empreinte_du_courriel) WHERE empreinte_du_courriel IS NOT NULL;

CREATE INDEX ix_rendez_vous_empreinte_du_telephone ON accompagnement.rendez_vous (empreinte_du_telephone) WHERE empreinte_du_telephone IS NOT NULL;

CREATE INDEX ix_rendez_vous_fin ON accompagnement.rendez_vous (fin) WHERE effacee_le IS NULL;

CREATE INDEX ix_rendez_vous_personne ON accompagnement.rendez_vous (personne) WHERE personne IS NOT NULL;

CREATE UNIQUE INDEX ix_rendez_vous_remplace ON accompagnement.rendez_vous (remplace) WHERE remplace IS NOT NULL;

CREATE INDEX ix_rendez_vous_tenue_jusqua ON accompagnement.rendez_vous (tenue_jusqua) WHERE tenue_jusqua IS NOT NULL;

CREATE INDEX ix_salles_organisation ON accompagnement.salles (organisation);

-- Agenda and bookings: what the database refuses whatever the code does. A médiateur is in one place at a time, a room holds one thing at a time, a seat
-- has one person, and a workshop no more seats than its capacity.
-- 'systeme:agenda': what a person does without an account, with the signed link of their booking, in a scope of its own.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Busy times, without names. Written by the triggers below alone.
ALTER TABLE accompagnement.occupations
    ADD CONSTRAINT ck_occupations_ordre CHECK (fin > debut),
    ADD CONSTRAINT ex_occupations_mediateur EXCLUDE USING gist (compte WITH =, tstzrange(debut, fin) WITH &&),
    ADD CONSTRAINT ex_occupations_salle EXCLUDE USING gist (salle WITH =, tstzrange(debut, fin) WITH &&) WHERE (salle IS NOT NULL);

ALTER TABLE accompagnement.disponibilites
    ADD CONSTRAINT ck_disponibilites_heures CHECK (a > de AND duree BETWEEN 5 AND 480 AND semaines IN (1, 2, 4)),
    ADD CONSTRAINT ck_disponibilites_dates CHECK (jusqua >= depuis);
ALTER TABLE accompagnement.absences ADD CONSTRAINT ck_absences_ordre CHECK (fin > debut);
ALTER TABLE accompagnement.salles ADD CONSTRAINT ck_salles_capacite CHECK (capacite BETWEEN 1 AND 500);
ALTER TABLE accompagnement.rendez_vous
    ADD CONSTRAINT ck_rendez_vous_ordre CHECK (fin > debut AND fin <= debut + interval '8 hours'),
    ADD CONSTRAINT ck_rendez_vous_etat CHECK (etat IN ('Pris', 'Honore', 'Absent', 'Annule', 'Deplace')),
    ADD CONSTRAINT ck_rendez_vous_annulation CHECK ((annulee_par IS NOT NULL) = (etat = 'Annule')),
    ADD CONSTRAINT ck_rendez_vous_tenue CHECK (tenue_jusqua IS NULL OR etat = 'Pris');
ALTER TABLE accompagnement.ateliers_prevus
    ADD CONSTRAINT ck_ateliers_prevus_ordre CHECK (fin > debut AND fin <= debut + interval '24 hours'),
    ADD CONSTRAINT ck_ateliers_prevus_capacite CHECK (capacite BETWEEN 1 AND 200),
    ADD CONSTRAINT ux_ateliers_prevus_capacite UNIQUE (id, capacite);

-- The last seat: its number is unique in the workshop (unique index) and at most the capacity, that each row repeats. A capacity that shrinks under a seat
-- that is taken is refused by the same check.
ALTER TABLE accompagnement.inscriptions
    ADD CONSTRAINT fk_inscriptions_capacite FOREIGN KEY (atelier, capacite) REFERENCES accompagnement.ateliers_prevus (id, capacite) ON UPDATE CASCADE ON DELETE CASCADE,
    ADD CONSTRAINT ck_inscriptions_place CHECK (place BETWEEN 1 AND capacite),
    ADD CONSTRAINT ck_inscriptions_etat CHECK ((place IS NOT NULL) = (etat IN ('Inscrite', 'Confirmee', 'Presente', 'Absente'))),
    ADD CONSTRAINT ck_inscriptions_tenue CHECK ((tenue_jusqua IS NOT NULL) = (etat = 'Inscrite')),
    ADD CONSTRAINT ck_inscriptions_annulation CHECK ((annulee_par IS NOT NULL) = (etat = 'Annulee'));

CREATE FUNCTION accompagnement.occuper_par_un_rendez_vous() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.etat IN ('Pris', 'Honore', 'Absent') THEN
        INSERT INTO accompagnement.occupations AS o (source, atelier, compte, organisation, lieu, salle, debut, fin, tenue_jusqua)
        VALUES (NEW.id, false, NEW.compte, NEW.organisation, NEW.lieu, NEW.salle, NEW.debut, NEW.fin, NEW.tenue_jusqua)
        ON CONFLICT (source) DO UPDATE SET tenue_jusqua = excluded.tenue_jusqua;
    ELSE
        DELETE FROM accompagnement.occupations WHERE source = NEW.id;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.occuper_par_un_rendez_vous FROM PUBLIC;
CREATE TRIGGER occuper AFTER INSERT OR UPDATE OF etat, tenue_jusqua ON accompagnement.rendez_vous FOR EACH ROW EXECUTE FUNCTION accompagnement.occuper_par_un_rendez_vous();

CREATE FUNCTION accompagnement.occuper_par_un_atelier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.annule_le IS NULL THEN
        INSERT INTO accompagnement.occupations (source, atelier, compte, organisation, lieu, salle, debut, fin)
        VALUES (NEW.id, true, NEW.compte, NEW.organisation, NEW.lieu, NEW.salle, NEW.debut, NEW.fin)
        ON CONFLICT (source) DO NOTHING;
    ELSE
        DELETE FROM accompagnement.occupations WHERE source = NEW.id;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.occuper_par_un_atelier FROM PUBLIC;
CREATE TRIGGER occuper AFTER INSERT OR UPDATE OF annule_le ON accompagnement.ateliers_prevus FOR EACH ROW EXECUTE FUNCTION accompagnement.occuper_par_un_atelier();

-- An act that says from which appointment it comes tells that the person came: not asked again.
CREATE FUNCTION accompagnement.honorer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    UPDATE accompagnement.rendez_vous SET etat = 'Honore', tenue_jusqua = NULL, version = version + 1
    WHERE id = NEW.rendez_vous AND compte = NEW.auteur AND etat = 'Pris';
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.honorer FROM PUBLIC;
CREATE TRIGGER honorer AFTER INSERT ON accompagnement.activites FOR EACH ROW WHEN (NEW.rendez_vous IS NOT NULL) EXECUTE FUNCTION accompagnement.honorer();

-- Availability, rooms, absences: colleagues of the organisation read them; each one writes their own.
GRANT SELECT, INSERT, DELETE ON accompagnement.disponibilites, accompagnement.absences TO faireavec_app;
GRANT UPDATE (jusqua, en_ligne) ON accompagnement.disponibilites TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.salles TO faireavec_app;
GRANT UPDATE (fermee_le) ON accompagnement.salles TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.reglages_d_agenda TO faireavec_app;
GRANT UPDATE (en_ligne, delai_heures, horizon_jours) ON accompagnement.reglages_d_agenda TO faireavec_app;
GRANT SELECT ON accompagnement.occupations TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON accompagnement.rendez_vous, accompagnement.inscriptions TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.ateliers_prevus TO faireavec_app;
GRANT UPDATE (titre, description, capacite, en_ligne, annule_le, version) ON accompagnement.ateliers_prevus TO faireavec_app;

-- The organisation of whoever receives people there, or null: worked out once for a query, not for each row.
CREATE FUNCTION accompagnement.maison() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT noyau.organisation() WHERE noyau.a_role('mediateur', 'conseiller_numerique')
$$;
GRANT EXECUTE ON FUNCTION accompagnement.maison TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['disponibilites', 'absences', 'ateliers_prevus'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:taches'', ''systeme:evenements'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK ((compte = (SELECT noyau.compte()) AND organisation = (SELECT accompagnement.maison())) OR (SELECT noyau.a_role(''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (compte = (SELECT noyau.compte()))', v_table);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (compte = (SELECT noyau.compte()))', v_table);
    END LOOP;
END $$;

ALTER TABLE accompagnement.salles ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.salles FOR SELECT USING (organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.salles FOR INSERT WITH CHECK (organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY fermer ON accompagnement.salles FOR UPDATE USING (organisation = (SELECT accompagnement.maison()));

ALTER TABLE accompagnement.reglages_d_agenda ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.reglages_d_agenda FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.reglages_d_agenda FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique')));
CREATE POLICY changer ON accompagnement.reglages_d_agenda FOR UPDATE USING (compte = (SELECT noyau.compte()));

ALTER TABLE accompagnement.occupations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.occupations FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));

-- Who comes: the médiateur who receives them, and nobody else.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['rendez_vous', 'inscriptions'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:droits'', ''systeme:taches'', ''systeme:evenements'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK ((compte = (SELECT noyau.compte()) AND organisation = (SELECT accompagnement.maison())) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:droits'', ''systeme:taches'')))', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;


-- Places where somebody may book today: public, read at each page of a place.
CREATE FUNCTION accompagnement.lieux_reservables(p_jour date, p_instant timestamptz) RETURNS TABLE (lieu text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT d.lieu::text FROM accompagnement.disponibilites d LEFT JOIN accompagnement.reglages_d_agenda r ON r.compte = d.compte
    WHERE d.en_ligne AND coalesce(r.en_ligne, true) AND (d.jusqua IS NULL OR d.jusqua >= p_jour)
    UNION
    SELECT a.lieu::text FROM accompagnement.ateliers_prevus a LEFT JOIN accompagnement.reglages_d_agenda r ON r.compte = a.compte
    WHERE a.en_ligne AND coalesce(r.en_ligne, true) AND a.annule_le IS NULL AND a.debut > p_instant
$$;
REVOKE ALL ON FUNCTION accompagnement.lieux_reservables FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.lieux_reservables TO faireavec_app;

-- Who receives at a place, for whom: ids only, whose employment is then looked at.
CREATE FUNCTION accompagnement.qui_recoit(p_lieu text) RETURNS TABLE (compte uuid, organisation uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT d.compte, d.organisation FROM accompagnement.disponibilites d WHERE d.lieu = p_lieu AND d.en_ligne
    UNION
    SELECT a.compte, a.organisation FROM accompagnement.ateliers_prevus a WHERE a.lieu = p_lieu AND a.en_ligne AND a.annule_le IS NULL
$$;
REVOKE ALL ON FUNCTION accompagnement.qui_recoit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.qui_recoit TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.tenue_minutes', '2026-01-01', 15, 'Décision du projet : le temps de relire et de confirmer une réservation sans adresse'),
    ('accompagnement.tenue_courriel_minutes', '2026-01-01', 60, 'Décision du projet : le temps d’ouvrir le message qui confirme'),
    ('accompagnement.offre_heures', '2026-01-01', 12, 'Décision du projet : la place libérée est proposée douze heures au premier qui attend'),
    ('accompagnement.reservations_par_contact', '2026-01-01', 3, 'Décision du projet : trois réservations à venir par personne'),
    ('accompagnement.reservations_par_adresse', '2026-01-01', 10, 'Décision du projet : dix réservations en une heure depuis une connexion, qu’une salle entière partage');

-- Who comes is closed to who runs the platform.
INSERT INTO noyau.entites_fermees (entite) VALUES ('accompagnement.RendezVous'), ('accompagnement.Inscription');


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126083046_Agenda', '10.0.11');

CREATE TABLE accompagnement.appareils (
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    nom character varying(60) NOT NULL,
    inscrit_le timestamp with time zone NOT NULL,
    vu_le timestamp with time zone NOT NULL,
    version_de_l_application character varying(40),
    revoque_le timestamp with time zone,
    CONSTRAINT pk_appareils PRIMARY KEY (id),
    CONSTRAINT ak_appareils_id_compte UNIQUE (id, compte)
);

CREATE TABLE accompagnement.cartes_reservees (
    numero character varying(8) NOT NULL,
    appareil uuid NOT NULL,
    compte uuid NOT NULL,
    empreinte bytea NOT NULL,
    reservee_le timestamp with time zone NOT NULL,
    donnee_le timestamp with time zone,
    CONSTRAINT pk_cartes_reservees PRIMARY KEY (numero),
    CONSTRAINT fk_cartes_reservees_appareils_appareil_compte FOREIGN KEY (appareil, compte) REFERENCES accompagnement.appareils (id, compte) ON DELETE CASCADE
);

CREATE TABLE accompagnement.envois (
    appareil uuid NOT NULL,
    id uuid NOT NULL,
    compte uuid NOT NULL,
    organisation uuid NOT NULL,
    numero bigint NOT NULL,
    genre character varying(20) NOT NULL,
    sujet uuid,
    empreinte bytea NOT NULL,
    fait_le timestamp with time zone NOT NULL,
    recu_le timestamp with time zone NOT NULL,
    etat character varying(20) NOT NULL,
    code character varying(20),
    phrase character varying(1000),
    corps bytea,
    decide_le timestamp with time zone,
    CONSTRAINT pk_envois PRIMARY KEY (appareil, id),
    CONSTRAINT fk_envois_appareils_appareil_compte FOREIGN KEY (appareil, compte) REFERENCES accompagnement.appareils (id, compte) ON DELETE CASCADE
);

CREATE INDEX ix_appareils_compte ON accompagnement.appareils (compte);

CREATE INDEX ix_cartes_reservees_appareil ON accompagnement.cartes_reservees (appareil);

CREATE INDEX ix_envois_appareil_sujet_numero ON accompagnement.envois (appareil, sujet, numero) WHERE sujet IS NOT NULL;

CREATE INDEX ix_envois_compte_recu_le ON accompagnement.envois (compte, recu_le) WHERE etat IN ('Refuse', 'Conflit');

-- Work without network: devices, what they sent, the cards kept for them. Their owner's alone: neither a colleague, nor who manages, nor the support that looks
-- as somebody reads any of it. The keys hold device and owner together: nobody hangs anything on somebody else's device.
ALTER TABLE accompagnement.appareils
    ADD CONSTRAINT ck_appareils_dates CHECK (revoque_le >= inscrit_le);
ALTER TABLE accompagnement.envois
    ADD CONSTRAINT ck_envois_etat CHECK (etat IN ('Accepte', 'Depasse', 'Refuse', 'Conflit', 'Repris', 'Abandonne')),
    ADD CONSTRAINT ck_envois_genre CHECK (genre IN ('Activite', 'Presence', 'RendezVous', 'Carte')),
    -- What is settled keeps no content.
    ADD CONSTRAINT ck_envois_corps CHECK (corps IS NULL OR etat IN ('Refuse', 'Conflit')),
    ADD CONSTRAINT ck_envois_taille CHECK (octet_length(corps) <= 200000),
    ADD CONSTRAINT ck_envois_empreinte CHECK (octet_length(empreinte) = 32);

GRANT SELECT, INSERT, DELETE ON accompagnement.appareils TO faireavec_app;
GRANT UPDATE (nom, vu_le, version_de_l_application, revoque_le) ON accompagnement.appareils TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.envois TO faireavec_app;
GRANT UPDATE (etat, corps, decide_le) ON accompagnement.envois TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.cartes_reservees TO faireavec_app;
GRANT UPDATE (donnee_le) ON accompagnement.cartes_reservees TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['appareils', 'envois', 'cartes_reservees'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

CREATE POLICY lire ON accompagnement.appareils FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY inscrire ON accompagnement.appareils FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
CREATE POLICY changer ON accompagnement.appareils FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY purger ON accompagnement.appareils FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

CREATE POLICY lire ON accompagnement.envois FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY recevoir ON accompagnement.envois FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
CREATE POLICY decider ON accompagnement.envois FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

-- A number that is drawn is looked for among those kept for devices, in the context of people helped.
CREATE POLICY lire ON accompagnement.cartes_reservees FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY reserver ON accompagnement.cartes_reservees FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique')));
CREATE POLICY donner ON accompagnement.cartes_reservees FOR UPDATE USING (compte = (SELECT noyau.compte()));
CREATE POLICY rendre ON accompagnement.cartes_reservees FOR DELETE USING (compte = (SELECT noyau.compte()) AND donnee_le IS NULL);

-- Asked by a device where nobody is signed in: its id, drawn at random, is the secret. True: it was taken back, or isn't known any more.
CREATE FUNCTION accompagnement.appareil_a_effacer(p_appareil uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT NOT EXISTS (SELECT 1 FROM accompagnement.appareils WHERE id = p_appareil AND revoque_le IS NULL)
$$;
REVOKE ALL ON FUNCTION accompagnement.appareil_a_effacer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.appareil_a_effacer TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126110627_HorsLigne', '10.0.11');

ALTER TABLE accompagnement.orientations ADD client uuid;

CREATE TABLE cartographie.tenues (
    id uuid NOT NULL,
    lieu character varying(200) NOT NULL,
    organisation uuid NOT NULL,
    compte uuid NOT NULL,
    faite_le timestamp with time zone NOT NULL,
    geste character varying(30) NOT NULL,
    details jsonb NOT NULL,
    defaite_le timestamp with time zone,
    defaite_par uuid,
    CONSTRAINT pk_tenues PRIMARY KEY (id)
);

CREATE INDEX ix_tenues_organisation_lieu_faite_le ON cartographie.tenues (organisation, lieu, faite_le);

-- What organisations do to keep their places up to date: theirs to read and to undo, and open to those who keep the data. Never erased.
GRANT SELECT, INSERT, UPDATE ON cartographie.tenues TO faireavec_app;
ALTER TABLE cartographie.tenues ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON cartographie.tenues FOR SELECT USING (
    ((SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('gestionnaire_donnees', 'administrateur', 'systeme:commande', 'systeme:taches')));
CREATE POLICY ecrire ON cartographie.tenues FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND organisation = (SELECT noyau.organisation()) AND compte = (SELECT noyau.compte()));
CREATE POLICY defaire ON cartographie.tenues FOR UPDATE USING (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND organisation = (SELECT noyau.organisation()));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126121923_NosLieux', '10.0.11');

ALTER TABLE accompagnement.activites ADD conseiller_numerique boolean NOT NULL DEFAULT FALSE;

ALTER TABLE accompagnement.accompagnements ADD age character varying(40);

ALTER TABLE accompagnement.accompagnements ADD genre character varying(40);

ALTER TABLE accompagnement.accompagnements ADD statut character varying(40);

CREATE TABLE accompagnement.clotures (
    organisation uuid NOT NULL,
    jusquau date NOT NULL,
    par uuid NOT NULL,
    le timestamp with time zone NOT NULL,
    CONSTRAINT pk_clotures PRIMARY KEY (organisation)
);

CREATE TABLE accompagnement.cumuls_du_mois (
    departement character varying(3) NOT NULL,
    mois date NOT NULL,
    version bigint NOT NULL,
    actes integer NOT NULL,
    faits bytea NOT NULL,
    calcule_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_cumuls_du_mois PRIMARY KEY (departement, mois)
);

CREATE TABLE accompagnement.mouvements (
    activite uuid NOT NULL,
    ancien jsonb,
    personnes jsonb,
    transaction xid8 NOT NULL,
    CONSTRAINT pk_mouvements PRIMARY KEY (activite)
);

CREATE TABLE accompagnement.recomptes (
    id uuid NOT NULL,
    fait_le timestamp with time zone NOT NULL,
    mois integer NOT NULL,
    ecarts text[] NOT NULL,
    CONSTRAINT pk_recomptes PRIMARY KEY (id)
);

CREATE INDEX ix_activites_departement_jour ON accompagnement.activites (departement, jour);

-- Statistics: who people were on the day of each act, acts that changed since their month was derived, the months, and closed periods.

-- A number for each person who is followed: it says nothing outside, and counts them once.
ALTER TABLE accompagnement.personnes ADD COLUMN numero integer GENERATED ALWAYS AS IDENTITY;

-- Who somebody was on the day of an act. Their sheet may be filled or mended later: acts of periods that aren't closed follow; an erased sheet changes nothing.
CREATE FUNCTION accompagnement.dire_le_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
DECLARE
    v_public record;
BEGIN
    -- In a closed period, joining two sheets moves the person, not who they were.
    IF TG_OP = 'UPDATE' AND EXISTS (
        SELECT 1 FROM accompagnement.activites a JOIN accompagnement.clotures c ON c.organisation = a.organisation AND c.jusquau >= OLD.jour WHERE a.id = NEW.activite) THEN
        RETURN NEW;
    END IF;
    SELECT coalesce(p.genre, 'non_communique') AS genre, accompagnement.tranche_d_age(p.annee_de_naissance, p.age, NEW.jour) AS age, coalesce(p.statut, 'non_communique') AS statut
    INTO v_public FROM accompagnement.personnes p WHERE p.id = NEW.personne AND p.effacee_le IS NULL;
    IF FOUND THEN
        NEW.genre := v_public.genre;
        NEW.age := v_public.age;
        NEW.statut := v_public.statut;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dire_le_public BEFORE INSERT OR UPDATE OF personne, jour ON accompagnement.accompagnements FOR EACH ROW EXECUTE FUNCTION accompagnement.dire_le_public();

CREATE FUNCTION accompagnement.suivre_le_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The acts first, in order, as who corrects one does: neither waits for the other in a circle.
    PERFORM FROM accompagnement.activites a WHERE a.id IN (SELECT u.activite FROM accompagnement.accompagnements u WHERE u.personne = NEW.id) ORDER BY a.id FOR NO KEY UPDATE;
    UPDATE accompagnement.accompagnements u SET genre = coalesce(NEW.genre, 'non_communique'), age = accompagnement.tranche_d_age(NEW.annee_de_naissance, NEW.age, u.jour), statut = coalesce(NEW.statut, 'non_communique')
    FROM accompagnement.activites a
    WHERE u.personne = NEW.id AND a.id = u.activite
      AND NOT EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = a.organisation AND c.jusquau >= a.jour);
    RETURN NULL;
END $$;
CREATE TRIGGER suivre_le_public AFTER UPDATE OF genre, annee_de_naissance, age, statut ON accompagnement.personnes FOR EACH ROW
    WHEN (NEW.effacee_le IS NULL AND (OLD.genre, OLD.annee_de_naissance, OLD.age, OLD.statut) IS DISTINCT FROM (NEW.genre, NEW.annee_de_naissance, NEW.age, NEW.statut))
    EXECUTE FUNCTION accompagnement.suivre_le_public();
UPDATE accompagnement.accompagnements SET jour = jour;

-- Written by triggers, emptied by the derivation. The first change since a derivation keeps what the month holds; later ones only say that they happened, so that
-- a derivation that began meanwhile is begun again.
CREATE FUNCTION accompagnement.noter_un_mouvement(p_activite uuid, p_ancien jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The same transaction wrote it already: most often, the act is new and its people are added.
    IF EXISTS (SELECT 1 FROM accompagnement.mouvements m WHERE m.activite = p_activite AND m.transaction = pg_current_xact_id()) THEN
        RETURN;
    END IF;
    INSERT INTO accompagnement.mouvements AS m (activite, ancien, personnes, transaction)
    VALUES (p_activite, p_ancien,
        CASE WHEN p_ancien IS NULL THEN NULL ELSE (
            SELECT jsonb_agg(jsonb_build_array(p.numero, u.genre, u.age, u.statut)) FROM accompagnement.accompagnements u JOIN accompagnement.personnes p ON p.id = u.personne WHERE u.activite = p_activite) END,
        pg_current_xact_id())
    ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
END $$;
REVOKE ALL ON FUNCTION accompagnement.noter_un_mouvement FROM PUBLIC;

CREATE FUNCTION accompagnement.mouvoir() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO accompagnement.mouvements (activite, transaction) VALUES (NEW.id, pg_current_xact_id())
        ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
    ELSE
        PERFORM accompagnement.noter_un_mouvement(OLD.id, to_jsonb(OLD));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER mouvoir AFTER INSERT OR UPDATE OR DELETE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir();

CREATE FUNCTION accompagnement.mouvoir_les_personnes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM accompagnement.noter_un_mouvement(a.id, to_jsonb(a)) FROM accompagnement.activites a
    WHERE a.id = CASE WHEN TG_OP = 'INSERT' THEN NEW.activite ELSE OLD.activite END
      AND NOT EXISTS (SELECT 1 FROM accompagnement.mouvements m WHERE m.activite = a.id AND m.transaction = pg_current_xact_id());
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- After « dire_le_public », by name.
CREATE TRIGGER mouvoir_les_personnes BEFORE INSERT OR UPDATE OR DELETE ON accompagnement.accompagnements FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir_les_personnes();

-- What was there before.
INSERT INTO accompagnement.mouvements (activite, transaction) SELECT id, pg_current_xact_id() FROM accompagnement.activites;

-- Closed periods: nothing that would change what was reported. Joining two sheets of one person still moves who was in an act, not the act.
CREATE FUNCTION accompagnement.tenir_la_cloture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF noyau.a_role('systeme:personnes', 'systeme:taches') THEN
            RETURN NEW;
        END IF;
    END IF;
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.organisation::text, 20260701));
    IF TG_OP = 'UPDATE' THEN
        IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = OLD.organisation AND c.jusquau >= OLD.jour) THEN
            RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = NEW.organisation AND c.jusquau >= NEW.jour) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tenir_la_cloture BEFORE INSERT OR UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.tenir_la_cloture();
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.clotures TO faireavec_app;
ALTER TABLE accompagnement.clotures ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.clotures FOR SELECT USING (organisation = (SELECT noyau.organisation()) OR (SELECT noyau.a_role('administrateur', 'systeme:taches', 'systeme:statistiques')));
CREATE POLICY clore ON accompagnement.clotures FOR INSERT WITH CHECK ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY avancer ON accompagnement.clotures FOR UPDATE USING ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY rouvrir ON accompagnement.clotures FOR DELETE USING ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));

-- The months and what changed since: read and written for figures only. Nobody sees them as themselves; a page asks for sums.
GRANT SELECT, INSERT, UPDATE ON accompagnement.cumuls_du_mois TO faireavec_app;
ALTER TABLE accompagnement.cumuls_du_mois ENABLE ROW LEVEL SECURITY;
CREATE POLICY chiffres ON accompagnement.cumuls_du_mois USING ((SELECT noyau.a_role('systeme:statistiques')));
GRANT SELECT, UPDATE, DELETE ON accompagnement.mouvements TO faireavec_app;
ALTER TABLE accompagnement.mouvements ENABLE ROW LEVEL SECURITY;
CREATE POLICY chiffres ON accompagnement.mouvements USING ((SELECT noyau.a_role('systeme:statistiques')));
ALTER TABLE accompagnement.cumuls_du_mois ALTER COLUMN faits SET STORAGE EXTENDED;

-- The acts that figures count, without a name: those of somebody, those of teams, or those of a département in a month (one month, no author, no team).
CREATE FUNCTION accompagnement.actes_a_denombrer(p_auteur uuid, p_equipes uuid[], p_departement text, p_du date, p_au date) RETURNS SETOF accompagnement.activites
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
BEGIN
    IF NOT noyau.a_role('systeme:statistiques') THEN
        RETURN;
    ELSIF p_auteur IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.auteur = p_auteur AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_equipes IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.equipes && p_equipes AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_departement = '' THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement IS NULL AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSE
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement = p_departement AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    END IF;
END $$;
CREATE FUNCTION accompagnement.personnes_a_denombrer(p_auteur uuid, p_equipes uuid[], p_departement text, p_du date, p_au date)
RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.actes_a_denombrer(p_auteur, p_equipes, p_departement, p_du, p_au) a
    JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE a.suivies > 0
$$;

-- What changed since its month was derived: what the month holds of it (ancien), and what it is now.
CREATE FUNCTION accompagnement.actes_d_avant() RETURNS SETOF accompagnement.activites
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT r.* FROM accompagnement.mouvements m, LATERAL jsonb_populate_record(NULL::accompagnement.activites, m.ancien) r
    WHERE noyau.a_role('systeme:statistiques') AND m.ancien IS NOT NULL AND r.supprimee_le IS NULL
$$;
CREATE FUNCTION accompagnement.personnes_d_avant() RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT m.activite, (p.v ->> 0)::integer, p.v ->> 1, p.v ->> 2, p.v ->> 3
    FROM accompagnement.mouvements m, LATERAL jsonb_array_elements(m.personnes) p (v)
    WHERE noyau.a_role('systeme:statistiques') AND m.personnes IS NOT NULL
$$;
CREATE FUNCTION accompagnement.actes_d_a_present() RETURNS SETOF accompagnement.activites
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.* FROM accompagnement.mouvements m JOIN accompagnement.activites a ON a.id = m.activite
    WHERE noyau.a_role('systeme:statistiques') AND a.supprimee_le IS NULL
$$;
CREATE FUNCTION accompagnement.personnes_d_a_present() RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.mouvements m JOIN accompagnement.accompagnements u ON u.activite = m.activite JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE noyau.a_role('systeme:statistiques')
$$;
-- Months to derive again, by the acts that changed.
CREATE FUNCTION accompagnement.mois_a_deriver() RETURNS TABLE (activite uuid, departement text, mois date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT m.activite, coalesce(a.departement, ''), date_trunc('month', a.jour)::date FROM accompagnement.mouvements m JOIN accompagnement.activites a ON a.id = m.activite WHERE noyau.a_role('systeme:statistiques')
    UNION
    SELECT m.activite, coalesce(m.ancien ->> 'departement', ''), date_trunc('month', (m.ancien ->> 'jour')::date)::date FROM accompagnement.mouvements m WHERE m.ancien IS NOT NULL AND noyau.a_role('systeme:statistiques')
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer, accompagnement.actes_d_avant, accompagnement.personnes_d_avant, accompagnement.actes_d_a_present, accompagnement.personnes_d_a_present, accompagnement.mois_a_deriver FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer, accompagnement.actes_d_avant, accompagnement.personnes_d_avant, accompagnement.actes_d_a_present, accompagnement.personnes_d_a_present, accompagnement.mois_a_deriver TO faireavec_app;

-- Counts of the night: kept by the job, read by who runs the platform.
GRANT SELECT, INSERT ON accompagnement.recomptes TO faireavec_app;
ALTER TABLE accompagnement.recomptes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.recomptes FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'systeme:taches')));
CREATE POLICY ecrire ON accompagnement.recomptes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126143801_Statistiques', '10.0.11');

CREATE TABLE accompagnement.identifiants_externes (
    organisation uuid NOT NULL,
    outil character varying(20) NOT NULL,
    cle character varying(120) NOT NULL,
    auteur uuid NOT NULL,
    activite uuid NOT NULL,
    import uuid NOT NULL,
    cree boolean NOT NULL,
    empreinte bytea NOT NULL,
    version integer NOT NULL,
    vu_par uuid NOT NULL,
    CONSTRAINT pk_identifiants_externes PRIMARY KEY (organisation, outil, cle)
);

CREATE TABLE accompagnement.imports (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    outil character varying(20) NOT NULL,
    fichier character varying(200) NOT NULL,
    empreinte bytea NOT NULL,
    octets bigint NOT NULL,
    etat character varying(20) NOT NULL,
    ligne_d_entete bigint NOT NULL,
    colonnes jsonb NOT NULL,
    reglages jsonb NOT NULL,
    phrase character varying(1000),
    du date,
    au date,
    lignes integer NOT NULL,
    faites integer NOT NULL,
    bilan jsonb,
    depose_le timestamp with time zone NOT NULL,
    confirme_le timestamp with time zone,
    fini_le timestamp with time zone,
    efface_le timestamp with time zone,
    CONSTRAINT pk_imports PRIMARY KEY (id)
);

CREATE TABLE accompagnement.lignes_d_import (
    import uuid NOT NULL,
    rang integer NOT NULL,
    auteur uuid NOT NULL,
    numeros bigint[] NOT NULL,
    cle character varying(120),
    empreinte bytea,
    sort character varying(20) NOT NULL,
    decision boolean,
    fait character varying(20),
    jour date,
    type character varying(20),
    minutes integer NOT NULL,
    accompagnements integer NOT NULL,
    personnes integer NOT NULL,
    ambigue boolean NOT NULL,
    saisie jsonb,
    defauts jsonb NOT NULL,
    activite uuid,
    CONSTRAINT pk_lignes_d_import PRIMARY KEY (import, rang),
    CONSTRAINT fk_lignes_d_import_imports_import FOREIGN KEY (import) REFERENCES accompagnement.imports (id) ON DELETE CASCADE
);

CREATE TABLE accompagnement.morceaux_d_import (
    import uuid NOT NULL,
    rang integer NOT NULL,
    auteur uuid NOT NULL,
    octets bytea NOT NULL,
    CONSTRAINT pk_morceaux_d_import PRIMARY KEY (import, rang),
    CONSTRAINT fk_morceaux_d_import_imports_import FOREIGN KEY (import) REFERENCES accompagnement.imports (id) ON DELETE CASCADE
);

CREATE INDEX ix_identifiants_externes_activite ON accompagnement.identifiants_externes (activite);

CREATE INDEX ix_identifiants_externes_import ON accompagnement.identifiants_externes (import);

CREATE INDEX ix_imports_auteur_depose_le ON accompagnement.imports (auteur, depose_le);

CREATE UNIQUE INDEX ix_imports_ouverts ON accompagnement.imports (auteur, organisation, empreinte) WHERE etat IN ('Colonnes', 'Lecture', 'AVerifier', 'Ecriture');

-- Imports of acts: the deposited file, what is read of it, and the ids by which other tools call our acts. Their author's alone: neither a colleague, nor who manages, nor
-- the support that looks as somebody reads any of it.
ALTER TABLE accompagnement.imports
    ADD CONSTRAINT ck_imports_etat CHECK (etat IN ('Colonnes', 'Lecture', 'AVerifier', 'Ecriture', 'Termine', 'Annulation', 'Annule', 'Refuse', 'Abandonne')),
    ADD CONSTRAINT ck_imports_empreinte CHECK (octet_length(empreinte) = 32);
ALTER TABLE accompagnement.lignes_d_import
    ADD CONSTRAINT ck_lignes_d_import_sort CHECK (sort IN ('Nouveau', 'Deja', 'Corrige', 'Conflit', 'Double', 'SupprimeIci', 'Refuse')),
    ADD CONSTRAINT ck_lignes_d_import_fait CHECK (fait IN ('Ecrit', 'Corrige', 'Lie', 'Garde', 'Refuse', 'Laisse'));
ALTER TABLE accompagnement.identifiants_externes
    ADD CONSTRAINT ck_identifiants_externes_empreinte CHECK (octet_length(empreinte) = 32);

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.imports, accompagnement.lignes_d_import, accompagnement.identifiants_externes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.morceaux_d_import TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['imports', 'lignes_d_import', 'morceaux_d_import', 'identifiants_externes'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
    END LOOP;
END $$;

CREATE POLICY deposer ON accompagnement.imports FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
-- What hangs on an import is its author's: nobody hangs anything on somebody else's.
CREATE POLICY ecrire ON accompagnement.lignes_d_import FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND EXISTS (SELECT 1 FROM accompagnement.imports i WHERE i.id = import AND i.auteur = (SELECT noyau.compte())));
CREATE POLICY deposer ON accompagnement.morceaux_d_import FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND EXISTS (SELECT 1 FROM accompagnement.imports i WHERE i.id = import AND i.auteur = (SELECT noyau.compte())));
CREATE POLICY reconnaitre ON accompagnement.identifiants_externes FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126144015_ImportsDActivites', '10.0.11');

ALTER TABLE accompagnement.activites ADD cause character varying(40);

ALTER TABLE accompagnement.activites ADD minutes_perdues integer;

ALTER TABLE accompagnement.activites ADD service character varying(40);

CREATE TABLE accompagnement.charge_a_recompter (
    id bigint GENERATED ALWAYS AS IDENTITY,
    mois date NOT NULL,
    CONSTRAINT pk_charge_a_recompter PRIMARY KEY (id)
);

CREATE TABLE accompagnement.charge_par_mois (
    mois date NOT NULL,
    departement character varying(3) NOT NULL,
    service character varying(40) NOT NULL,
    cause character varying(40) NOT NULL,
    actes integer NOT NULL,
    actes_avec_minutes integer NOT NULL,
    minutes bigint NOT NULL,
    CONSTRAINT pk_charge_par_mois PRIMARY KEY (mois, departement, service, cause)
);

CREATE INDEX ix_rendez_vous_organisation_debut_id ON accompagnement.rendez_vous (organisation, debut, id);

CREATE INDEX ix_activites_organisation_modifiee_le_id ON accompagnement.activites (organisation, modifiee_le, id);

-- What online services cost to mediation, what a client of the API reads and corrects, and a day that has no more than 24 hours.

-- What an act says of a service: a cause is of a service, minutes are of a cause and of the act.
ALTER TABLE accompagnement.activites
    ADD CHECK (cause IS NULL OR service IS NOT NULL),
    ADD CHECK (minutes_perdues IS NULL OR (cause IS NOT NULL AND minutes_perdues BETWEEN 1 AND duree));
CREATE INDEX ix_activites_charge ON accompagnement.activites (jour) WHERE cause IS NOT NULL AND supprimee_le IS NULL;

-- The months that changed. Only acts that say a cause fire it: the others pay nothing.
CREATE FUNCTION accompagnement.noter_la_charge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.cause IS NOT NULL THEN
        INSERT INTO accompagnement.charge_a_recompter (mois) VALUES (date_trunc('month', NEW.jour)::date);
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.cause IS NOT NULL AND (NEW.cause IS NULL OR date_trunc('month', OLD.jour) <> date_trunc('month', NEW.jour)) THEN
        INSERT INTO accompagnement.charge_a_recompter (mois) VALUES (date_trunc('month', OLD.jour)::date);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER noter_la_charge_ajout AFTER INSERT ON accompagnement.activites FOR EACH ROW WHEN (NEW.cause IS NOT NULL) EXECUTE FUNCTION accompagnement.noter_la_charge();
CREATE TRIGGER noter_la_charge_changement AFTER UPDATE ON accompagnement.activites FOR EACH ROW WHEN (NEW.cause IS NOT NULL OR OLD.cause IS NOT NULL) EXECUTE FUNCTION accompagnement.noter_la_charge();

-- The counts themselves are for the job alone: a cell may hold one act. What is published comes by the function below.
GRANT SELECT, INSERT, DELETE ON accompagnement.charge_par_mois TO faireavec_app;
GRANT SELECT, DELETE ON accompagnement.charge_a_recompter TO faireavec_app;
ALTER TABLE accompagnement.charge_par_mois ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.charge_a_recompter ENABLE ROW LEVEL SECURITY;
CREATE POLICY du_compte ON accompagnement.charge_par_mois USING ((SELECT noyau.a_role('systeme:taches'))) WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY du_compte ON accompagnement.charge_a_recompter USING ((SELECT noyau.a_role('systeme:taches')));

-- What is counted again, from the acts: the whole of each month.
CREATE FUNCTION accompagnement.charge_recomptee(p_du date, p_au date) RETURNS TABLE (mois date, departement text, service text, cause text, actes integer, actes_avec_minutes integer, minutes bigint)
LANGUAGE sql STABLE AS $$
    SELECT date_trunc('month', a.jour)::date, coalesce(a.departement, ''), a.service, a.cause, count(*)::integer, count(a.minutes_perdues)::integer, coalesce(sum(a.minutes_perdues), 0)::bigint
    FROM accompagnement.activites a
    WHERE a.cause IS NOT NULL AND a.supprimee_le IS NULL AND a.jour >= p_du AND a.jour < p_au
    GROUP BY 1, 2, 3, 4
$$;

-- Counts again the months that changed; how many. Runs with the rights of who asks: the policies above hold.
CREATE FUNCTION accompagnement.recompter_la_charge() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    v_mois date[];
BEGIN
    WITH pris AS (DELETE FROM accompagnement.charge_a_recompter RETURNING mois)
    SELECT coalesce(array_agg(DISTINCT p.mois), '{}') INTO v_mois FROM pris p;
    DELETE FROM accompagnement.charge_par_mois c WHERE c.mois = ANY (v_mois);
    INSERT INTO accompagnement.charge_par_mois (mois, departement, service, cause, actes, actes_avec_minutes, minutes)
    SELECT r.* FROM unnest(v_mois) m, LATERAL accompagnement.charge_recomptee(m, (m + interval '1 month')::date) r;
    RETURN cardinality(v_mois);
END $$;

-- Where the counts differ from the acts, but for the months that wait. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_de_la_charge() RETURNS TABLE (mois date, departement text, service text, cause text, compte integer, recompte integer)
LANGUAGE sql STABLE AS $$
    SELECT coalesce(c.mois, r.mois), coalesce(c.departement, r.departement), coalesce(c.service, r.service), coalesce(c.cause, r.cause), coalesce(c.actes, 0), coalesce(r.actes, 0)
    FROM accompagnement.charge_par_mois c
    FULL JOIN accompagnement.charge_recomptee('1900-01-01', '2200-01-01') r ON (c.mois, c.departement, c.service, c.cause) = (r.mois, r.departement, r.service, r.cause)
    WHERE (coalesce(c.actes, 0), coalesce(c.actes_avec_minutes, 0), coalesce(c.minutes, 0)) <> (coalesce(r.actes, 0), coalesce(r.actes_avec_minutes, 0), coalesce(r.minutes, 0))
      AND coalesce(c.mois, r.mois) NOT IN (SELECT a.mois FROM accompagnement.charge_a_recompter a)
$$;

-- What is published of a year, before small numbers are hidden: each of the three lists by itself, the whole country, nothing crossed. Definer: read by everybody.
CREATE FUNCTION accompagnement.charge_de_l_annee(p_annee integer) RETURNS TABLE (dimension text, code text, actes integer, actes_avec_minutes integer, minutes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT CASE WHEN GROUPING(c.service) = 0 THEN 'service' WHEN GROUPING(c.cause) = 0 THEN 'cause' ELSE 'mois' END,
           coalesce(c.service, c.cause, to_char(c.mois, 'YYYY-MM')), sum(c.actes)::integer, sum(c.actes_avec_minutes)::integer, sum(c.minutes)::bigint
    FROM accompagnement.charge_par_mois c
    WHERE c.mois BETWEEN make_date(p_annee, 1, 1) AND make_date(p_annee, 12, 31)
    GROUP BY GROUPING SETS ((c.service), (c.cause), (c.mois))
$$;

-- The years that have something.
CREATE FUNCTION accompagnement.annees_de_la_charge() RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT DISTINCT extract(year FROM c.mois)::integer FROM accompagnement.charge_par_mois c ORDER BY 1 DESC
$$;
REVOKE ALL ON FUNCTION accompagnement.noter_la_charge, accompagnement.charge_recomptee, accompagnement.recompter_la_charge, accompagnement.ecarts_de_la_charge,
    accompagnement.charge_de_l_annee, accompagnement.annees_de_la_charge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.charge_recomptee, accompagnement.recompter_la_charge, accompagnement.ecarts_de_la_charge,
    accompagnement.charge_de_l_annee, accompagnement.annees_de_la_charge TO faireavec_app;

-- A day has 24 hours: called once the act is counted. The lock makes two acts of one médiateur for one day take turns, so that neither misses the other.
-- Definer: who sends for somebody doesn't read their counters.
CREATE FUNCTION accompagnement.tenir_la_journee(p_auteur uuid, p_jour date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_auteur::text, p_jour - '2000-01-01'::date));
    IF (SELECT sum(c.minutes) FROM accompagnement.compteurs_du_jour c WHERE c.auteur = p_auteur AND c.jour = p_jour) > 1440 THEN
        RAISE EXCEPTION 'journee' USING ERRCODE = 'FA003';
    END IF;
END $$;
REVOKE ALL ON FUNCTION accompagnement.tenir_la_journee FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.tenir_la_journee TO faireavec_app;

-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Somebody who isn't followed by who asks: FA001. A day of more than 24 hours: FA003.
CREATE OR REPLACE FUNCTION accompagnement.enregistrer(
    p_note text, p_personnes uuid[],
    p_journal uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_apres text,
    p_evenement uuid, p_nom text, p_charge jsonb, p_gestionnaires text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v accompagnement.activites := jsonb_populate_record(NULL::accompagnement.activites, p_apres::jsonb);
BEGIN
    INSERT INTO accompagnement.activites SELECT v.* ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN CASE WHEN EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = v.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja' ELSE 'autre' END;
    END IF;
    PERFORM accompagnement.tenir_la_journee(v.auteur, v.jour);
    IF cardinality(p_personnes) > 0 THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT v.id, coalesce(p.fusionnee_dans, p.id), v.auteur, v.jour FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes);
        IF (SELECT count(*) FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes)) < cardinality(p_personnes) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
    END IF;
    IF p_note IS NOT NULL THEN
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES (v.id, v.auteur, p_note);
    END IF;
    PERFORM noyau.journaliser(p_journal, p_instant, p_chaine, p_acteur, p_processus, NULL, 'creation', 'accompagnement.Activite', v.id::text, NULL, p_apres, NULL, NULL);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES (p_evenement, p_nom, p_charge, p_instant, p_processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT p_evenement, g, p_instant FROM unnest(p_gestionnaires) g;
    END IF;
    RETURN 'ecrite';
END $$;

-- Appointments, as a client of the API reads those of its organisation: when, where, with whom of its own; neither who comes nor for what. The table itself stays closed to it.
CREATE VIEW accompagnement.rendez_vous_lus WITH (security_barrier) AS
    SELECT r.id, r.compte, r.organisation, r.lieu, r.debut, r.fin, r.fuseau, r.etat, r.tenue_jusqua, r.origine, r.remplace, r.prise_le, r.version
    FROM accompagnement.rendez_vous r
    WHERE (SELECT noyau.a_role('client_api')) AND r.organisation = (SELECT noyau.organisation());
GRANT SELECT ON accompagnement.rendez_vous_lus TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126144555_ChargeTransferee', '10.0.11');

ALTER TABLE accompagnement.rappels_de_suivi DROP COLUMN echu_le;

ALTER TABLE comptes.sessions ADD reservee_a character varying(200);

ALTER TABLE accompagnement.brouillons ADD aller_vers boolean NOT NULL DEFAULT FALSE;

-- What a browser's cookie opens, with the only page that it is kept for: a tablet that goes from hand to hand is signed in nowhere else.
CREATE FUNCTION comptes.session_du_navigateur(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (session uuid, titulaire uuid, compte uuid, prenom text, nom text, demonstration boolean, preuve_le timestamptz, lecture_seule boolean,
               organisation uuid, nom_organisation text, organisations integer, roles text[], departements text[], equipes uuid[], reservee_a text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT o.*, s.reservee_a::text FROM comptes.session_ouverte(p_empreinte, p_maintenant) o JOIN comptes.sessions s ON s.id = o.session
$$;
REVOKE ALL ON FUNCTION comptes.session_du_navigateur FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.session_du_navigateur TO faireavec_app;
-- The other one doesn't say what the session is kept for.
REVOKE EXECUTE ON FUNCTION comptes.session_ouverte FROM faireavec_app;


-- Absences that are long over go with the purge.
CREATE POLICY purger ON accompagnement.absences FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126144557_Retouches', '10.0.11');

CREATE TABLE accompagnement.chiffres_ouverts (
    mois date NOT NULL,
    departement character varying(3) NOT NULL,
    indicateur character varying(40) NOT NULL,
    valeur integer,
    calcule_le timestamp with time zone NOT NULL,
    CONSTRAINT pk_chiffres_ouverts PRIMARY KEY (mois, departement, indicateur)
);

CREATE TABLE accompagnement.rapports (
    id uuid NOT NULL,
    auteur uuid NOT NULL,
    organisation uuid NOT NULL,
    niveau character varying(20) NOT NULL,
    de_qui character varying(300) NOT NULL,
    titre character varying(120) NOT NULL,
    commentaire character varying(5000),
    du date NOT NULL,
    au date NOT NULL,
    choisi text NOT NULL,
    blocs jsonb NOT NULL,
    blocs_pour_tous jsonb NOT NULL,
    calcule_le timestamp with time zone NOT NULL,
    partage uuid,
    partage_expire_le timestamp with time zone,
    CONSTRAINT pk_rapports PRIMARY KEY (id)
);

CREATE INDEX ix_rapports_auteur ON accompagnement.rapports (auteur);

CREATE UNIQUE INDEX ix_rapports_partage ON accompagnement.rapports (partage) WHERE partage IS NOT NULL;

-- Reports: figures kept, and shared by a link; open figures.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.rapports TO faireavec_app;
ALTER TABLE accompagnement.rapports ENABLE ROW LEVEL SECURITY;
-- The author's alone, in the organisation for which they worked. They say who came: who looks as the author doesn't see them.
CREATE POLICY lire ON accompagnement.rapports FOR SELECT USING (auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY garder ON accompagnement.rapports FOR INSERT WITH CHECK (auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY changer ON accompagnement.rapports FOR UPDATE USING (auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY supprimer ON accompagnement.rapports FOR DELETE USING (auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND NOT (SELECT noyau.a_role('regard')));
-- A link opens one that is shared.
CREATE POLICY ouvrir ON accompagnement.rapports FOR SELECT USING ((SELECT noyau.a_role('systeme:rapports')) AND partage IS NOT NULL);
CREATE POLICY lire_pour_purger ON accompagnement.rapports FOR SELECT USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY purger ON accompagnement.rapports FOR DELETE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

GRANT SELECT, INSERT, DELETE ON accompagnement.chiffres_ouverts TO faireavec_app;
ALTER TABLE accompagnement.chiffres_ouverts ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.chiffres_ouverts FOR SELECT USING (true);
CREATE POLICY ecrire ON accompagnement.chiffres_ouverts FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY refaire ON accompagnement.chiffres_ouverts FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126152153_Rapports', '10.0.11');

ALTER TABLE accompagnement.cumuls_du_mois ADD equipes uuid[];

ALTER TABLE accompagnement.cumuls_du_mois ADD organisations uuid[];

-- The acts that figures count, without a name: those of somebody, or those of a département in a month. Those of a team are in the months of its départements.
DROP FUNCTION accompagnement.personnes_a_denombrer(uuid, uuid[], text, date, date);
DROP FUNCTION accompagnement.actes_a_denombrer(uuid, uuid[], text, date, date);
CREATE FUNCTION accompagnement.actes_a_denombrer(p_auteur uuid, p_departement text, p_du date, p_au date) RETURNS SETOF accompagnement.activites
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
BEGIN
    IF NOT noyau.a_role('systeme:statistiques') THEN
        RETURN;
    ELSIF p_auteur IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.auteur = p_auteur AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_departement = '' THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement IS NULL AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSE
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement = p_departement AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    END IF;
END $$;
CREATE FUNCTION accompagnement.personnes_a_denombrer(p_auteur uuid, p_departement text, p_du date, p_au date)
RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.actes_a_denombrer(p_auteur, p_departement, p_du, p_au) a
    JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE a.suivies > 0
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126190344_CumulsParEquipe', '10.0.11');

-- Roles that somebody may end: those that they may give, and for a manager of an organisation the coordinateurs that it employs. Nobody puts out whoever
-- is above them. The same as RolesADonner.PermetDeFinir.
DROP POLICY finir ON comptes.appartenances;
CREATE POLICY finir ON comptes.appartenances FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant')
        AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));


-- Who sees whom, the same as before, without one policy inside another: each was planned again within the one around it, at each query, and the list of a
-- territory first went through everybody's memberships. What a policy needs of another table is asked to a function that reads it once, for who asks alone.
CREATE FUNCTION comptes.comptes_de_mes_equipes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, comptes AS $$
    SELECT m.compte FROM comptes.membres_d_equipe m WHERE m.equipe IN (SELECT comptes.mes_equipes())
$$;
CREATE FUNCTION comptes.organisations_de_mon_ressort() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, comptes AS $$
    SELECT o.id FROM comptes.organisations o
    WHERE noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau')
      AND (o.departement = ANY (noyau.departements()) OR o.reseau = noyau.organisation())
$$;
-- Its plan is kept from one query to the next.
CREATE FUNCTION comptes.collegues() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, comptes AS $$
BEGIN
    RETURN QUERY SELECT a.compte FROM comptes.appartenances a WHERE a.organisation = noyau.organisation();
    IF noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau') THEN
        RETURN QUERY SELECT a.compte FROM comptes.organisations o JOIN comptes.appartenances a ON a.organisation = o.id
            WHERE o.departement = ANY (noyau.departements()) OR o.reseau = noyau.organisation();
    END IF;
    RETURN QUERY SELECT a.compte FROM comptes.membres_d_equipe moi JOIN comptes.membres_d_equipe m ON m.equipe = moi.equipe JOIN comptes.appartenances a ON a.compte = m.compte
        WHERE moi.compte = noyau.compte() AND moi.coordonne AND moi.fin IS NULL;
END $$;
REVOKE ALL ON FUNCTION comptes.comptes_de_mes_equipes, comptes.organisations_de_mon_ressort, comptes.collegues FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.comptes_de_mes_equipes, comptes.organisations_de_mon_ressort, comptes.collegues TO faireavec_app;

DROP POLICY lire ON comptes.appartenances;
CREATE POLICY lire ON comptes.appartenances FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR compte = (SELECT noyau.compte())
    OR organisation = (SELECT noyau.organisation())
    OR organisation IN (SELECT comptes.organisations_de_mon_ressort())
    OR compte IN (SELECT comptes.comptes_de_mes_equipes()));
DROP POLICY lire ON comptes.comptes;
CREATE POLICY lire ON comptes.comptes FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR id = (SELECT noyau.compte())
    OR id IN (SELECT comptes.collegues()));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261126215500_FinsDeRoles', '10.0.11');

-- Several entries of one transaction, in this order, at the end of one chain: its head is locked and written once, not once for each. The hashes are those of
-- noyau.journaliser, field by field.
CREATE FUNCTION noyau.journaliser_ensemble(
    p_ids uuid[], p_instant timestamptz, p_chaine smallint, p_acteurs text[], p_processus text[], p_action text, p_entite text, p_entite_ids uuid[], p_apres text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
    v_empreintes bytea[];
    v_instant bytea := noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text);
    v_absent bytea := noyau.champ(NULL);
    v_quoi bytea := noyau.champ(p_action) || noyau.champ(p_entite);
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    -- The first of a chain follows the hash of its name. The row is locked until the end of the transaction.
    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, cardinality(p_ids), sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + cardinality(p_ids)
    RETURNING rang - cardinality(p_ids), empreinte INTO v_rang, v_empreinte;
    FOR i IN 1 .. cardinality(p_ids) LOOP
        v_empreinte := sha256(v_empreinte || noyau.champ((v_rang + i)::text) || noyau.champ(p_ids[i]::text) || v_instant
            || noyau.champ(p_acteurs[i]) || noyau.champ(p_processus[i]) || v_absent || v_quoi || noyau.champ(p_entite_ids[i]::text)
            || v_absent || noyau.champ(p_apres[i]) || v_absent || v_absent);
        v_empreintes[i] := v_empreinte;
    END LOOP;
    UPDATE noyau.journal_chaines SET empreinte = v_empreinte WHERE jour = v_jour AND chaine = p_chaine;

    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, action, entite, entite_id, apres, empreinte)
    SELECT u.id, v_jour, p_chaine, v_rang + u.n, p_instant, u.acteur, u.processus, p_action, p_entite, u.entite_id::text, u.apres, u.empreinte
      FROM unnest(p_ids, p_acteurs, p_processus, p_entite_ids, p_apres, v_empreintes) WITH ORDINALITY u(id, acteur, processus, entite_id, apres, empreinte, n);
END $$;
REVOKE ALL ON FUNCTION noyau.journaliser_ensemble FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.journaliser_ensemble TO faireavec_app;


-- What follows the acts that are added, once for all those of a statement: the period that is closed, the counters of the day, what moved for the figures.
DROP TRIGGER tenir_la_cloture ON accompagnement.activites;
CREATE TRIGGER tenir_la_cloture BEFORE UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.tenir_la_cloture();
DROP TRIGGER compter ON accompagnement.activites;
CREATE TRIGGER compter AFTER UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.compter();
DROP TRIGGER mouvoir ON accompagnement.activites;
CREATE TRIGGER mouvoir AFTER UPDATE OR DELETE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir();

CREATE OR REPLACE FUNCTION accompagnement.tenir_la_cloture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF noyau.a_role('systeme:personnes', 'systeme:taches') THEN
        RETURN NEW;
    END IF;
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.organisation::text, 20260701));
    IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE (c.organisation = OLD.organisation AND c.jusquau >= OLD.jour) OR (c.organisation = NEW.organisation AND c.jusquau >= NEW.jour)) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION accompagnement.compter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The smaller key first: two corrections at once never wait for each other in a circle.
    IF OLD.supprimee_le IS NULL AND (NEW.supprimee_le IS NOT NULL OR OLD.jour <= NEW.jour) THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_compteurs(NEW, 1);
    END IF;
    IF OLD.supprimee_le IS NULL AND NEW.supprimee_le IS NULL AND OLD.jour > NEW.jour THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION accompagnement.mouvoir() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM accompagnement.noter_un_mouvement(OLD.id, to_jsonb(OLD));
    RETURN NULL;
END $$;

CREATE FUNCTION accompagnement.suivre_les_ajouts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(o.organisation::text, 20260701)) FROM (SELECT DISTINCT organisation FROM nouvelles ORDER BY organisation) o;
    IF EXISTS (SELECT 1 FROM nouvelles n JOIN accompagnement.clotures c ON c.organisation = n.organisation AND c.jusquau >= n.jour) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;

    -- The smaller key first: two writes at once never wait for each other in a circle.
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           sum((a.type IN ('Individuel', 'Demarche'))::integer),
           sum((a.type = 'Collectif')::integer),
           sum((a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer),
           sum(CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END),
           sum(a.sans_nom + a.suivies),
           sum(CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END),
           sum(CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END),
           sum(a.duree::bigint * coalesce(a.part_a_la_place, 0)),
           sum(a.duree::bigint * coalesce(a.part_avec, 0)),
           sum(a.duree::bigint * coalesce(a.part_faire, 0))
      FROM nouvelles a WHERE a.supprimee_le IS NULL
     GROUP BY a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes
     ORDER BY a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire;

    INSERT INTO accompagnement.mouvements (activite, transaction) SELECT n.id, pg_current_xact_id() FROM nouvelles n ORDER BY n.id
    ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
    RETURN NULL;
END $$;
CREATE TRIGGER suivre_les_ajouts AFTER INSERT ON accompagnement.activites REFERENCING NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION accompagnement.suivre_les_ajouts();

-- Acts of one asker, written together. Beside each document, what isn't in its row: {"note":…,"personnes":[…]}, or null. Answers in the same order:
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Nothing of any is written when one of them is refused:
-- somebody who isn't followed by who asks: FA001; a period that is closed: FA002; a day of more than 24 hours: FA003.
DROP FUNCTION accompagnement.enregistrer;
CREATE FUNCTION accompagnement.enregistrer(
    p_ids uuid[], p_apres text[], p_joints text[],
    p_instant timestamptz, p_chaine smallint, p_journal uuid[], p_acteurs text[], p_processus text[],
    p_evenements uuid[], p_nom text, p_charges text[], p_gestionnaires text[]) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
    v_ecrites uuid[];
    v_auteurs uuid[];
    v_jours date[];
    v_issues text[];
BEGIN
    -- In the order of the counters' keys.
    WITH ecrites AS (
        INSERT INTO accompagnement.activites
        SELECT r.* FROM unnest(p_apres) a, jsonb_populate_record(NULL::accompagnement.activites, a::jsonb) r ORDER BY r.auteur, r.jour, r.lieu, r.id
        ON CONFLICT (id) DO NOTHING RETURNING id, auteur, jour)
    SELECT coalesce(array_agg(e.id), '{}'), array_agg(e.auteur), array_agg(e.jour) INTO v_ecrites, v_auteurs, v_jours FROM ecrites e;

    IF cardinality(v_ecrites) = cardinality(p_ids) THEN
        v_issues := array_fill('ecrite'::text, ARRAY[cardinality(p_ids)]);
    ELSE
        v_issues := ARRAY(
            SELECT CASE WHEN u.id = ANY (v_ecrites) THEN 'ecrite'
                        WHEN EXISTS (SELECT 1 FROM accompagnement.activites a, jsonb_populate_record(NULL::accompagnement.activites, u.apres::jsonb) v
                                      WHERE a.id = u.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja'
                        ELSE 'autre' END
              FROM unnest(p_ids, p_apres) WITH ORDINALITY u(id, apres, n) ORDER BY u.n);
        IF v_ecrites = '{}' THEN
            RETURN v_issues;
        END IF;
        SELECT array_agg(u.id ORDER BY u.n), array_agg(u.apres ORDER BY u.n), array_agg(u.joint ORDER BY u.n), array_agg(u.journal ORDER BY u.n), array_agg(u.acteur ORDER BY u.n),
               array_agg(u.processus ORDER BY u.n), array_agg(u.evenement ORDER BY u.n), array_agg(u.charge ORDER BY u.n)
          INTO p_ids, p_apres, p_joints, p_journal, p_acteurs, p_processus, p_evenements, p_charges
          FROM unnest(p_ids, p_apres, p_joints, p_journal, p_acteurs, p_processus, p_evenements, p_charges) WITH ORDINALITY u(id, apres, joint, journal, acteur, processus, evenement, charge, n)
         WHERE u.id = ANY (v_ecrites);
    END IF;

    PERFORM accompagnement.tenir_la_journee(j.auteur, j.jour) FROM (SELECT DISTINCT u.auteur, u.jour FROM unnest(v_auteurs, v_jours) u(auteur, jour) ORDER BY u.auteur, u.jour) j;

    IF EXISTS (SELECT 1 FROM unnest(p_joints) j WHERE j IS NOT NULL) THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT e.id, coalesce(p.fusionnee_dans, p.id), e.auteur, e.jour
          FROM unnest(v_ecrites, v_auteurs, v_jours) e(id, auteur, jour)
          JOIN unnest(p_ids, p_joints) u(id, joint) ON u.id = e.id
         CROSS JOIN jsonb_array_elements_text(u.joint::jsonb -> 'personnes') x(personne)
          JOIN accompagnement.personnes p ON p.id = x.personne::uuid;
        IF EXISTS (SELECT 1 FROM unnest(p_joints) j(joint), jsonb_array_elements_text(j.joint::jsonb -> 'personnes') x(personne)
                    WHERE NOT EXISTS (SELECT 1 FROM accompagnement.personnes p WHERE p.id = x.personne::uuid)) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte)
        SELECT e.id, e.auteur, u.joint::jsonb ->> 'note' FROM unnest(v_ecrites, v_auteurs) e(id, auteur) JOIN unnest(p_ids, p_joints) u(id, joint) ON u.id = e.id
         WHERE u.joint::jsonb ->> 'note' IS NOT NULL;
    END IF;

    PERFORM noyau.journaliser_ensemble(p_journal, p_instant, p_chaine, p_acteurs, p_processus, 'creation', 'accompagnement.Activite', p_ids, p_apres);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus)
    SELECT e.id, p_nom, e.charge::jsonb, p_instant, e.processus FROM unnest(p_evenements, p_charges, p_processus) e(id, charge, processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT e, g, p_instant FROM unnest(p_evenements) e, unnest(p_gestionnaires) g;
    END IF;
    RETURN v_issues;
END $$;
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261127010000_EcrituresEnsemble', '10.0.11');

-- The same colleagues as before, found by the index. Joined to the organisations, the planner read the whole table of memberships to keep a hundredth of it;
-- told first which organisations they are, it goes to their lines.
CREATE OR REPLACE FUNCTION comptes.collegues() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_organisations uuid[] := ARRAY[noyau.organisation()];
BEGIN
    IF noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau') THEN
        v_organisations := v_organisations || ARRAY(SELECT o.id FROM comptes.organisations o WHERE o.departement = ANY (noyau.departements()) OR o.reseau = noyau.organisation());
    END IF;

    RETURN QUERY SELECT a.compte FROM comptes.appartenances a WHERE a.organisation = ANY (v_organisations);
    RETURN QUERY SELECT a.compte FROM comptes.membres_d_equipe moi JOIN comptes.membres_d_equipe m ON m.equipe = moi.equipe JOIN comptes.appartenances a ON a.compte = m.compte
        WHERE moi.compte = noyau.compte() AND moi.coordonne AND moi.fin IS NULL;
END $$;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261127011000_LectureDesColleguesParIndex', '10.0.11');

-- What the module holds about somebody who works: told to that person, and taken away when their account is erased. The acts themselves stay, without a name:
-- they are counted, and belong to the path of the people who were helped. Definer: these tables are closed to the context that answers people's rights.
CREATE FUNCTION accompagnement.travail_de(p_compte uuid) RETURNS TABLE (sorte text, nom text, texte text, debut timestamptz, fin timestamptz, nombre bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT x.sorte, x.nom, x.texte, x.debut, x.fin, x.nombre FROM (
        SELECT 'actes'::text, NULL::text, NULL::text, min(a.jour)::timestamp AT TIME ZONE 'UTC', max(a.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.activites a WHERE a.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'notes', NULL, n.texte, a.jour::timestamp AT TIME ZONE 'UTC', NULL, NULL FROM accompagnement.notes_d_activites n JOIN accompagnement.activites a ON a.id = n.activite WHERE n.auteur = p_compte
        UNION ALL SELECT 'brouillons', NULL, b.contenu::text, b.modifie_le, NULL, NULL FROM accompagnement.brouillons b WHERE b.auteur = p_compte
        UNION ALL SELECT 'modeles', m.nom, m.contenu::text, m.cree_le, NULL, NULL FROM accompagnement.modeles_d_activites m WHERE m.auteur = p_compte
        UNION ALL SELECT 'temps', NULL, NULL, t.semaine::timestamp AT TIME ZONE 'UTC', NULL, t.secondes FROM accompagnement.temps_de_saisie t WHERE t.auteur = p_compte
        UNION ALL SELECT 'signaux', s.nature, s.explication, s.trouve_le, s.explique_le, NULL FROM accompagnement.signaux_de_saisie s WHERE s.mediateur = p_compte
        UNION ALL SELECT 'disponibilites', d.lieu, left(d.de::text, 5) || ' – ' || left(d.a::text, 5), d.depuis::timestamp AT TIME ZONE 'UTC', d.jusqua::timestamp AT TIME ZONE 'UTC', NULL FROM accompagnement.disponibilites d WHERE d.compte = p_compte
        UNION ALL SELECT 'absences', NULL, NULL, a.debut, a.fin, NULL FROM accompagnement.absences a WHERE a.compte = p_compte
        UNION ALL SELECT 'ateliers', p.titre, p.description, p.debut, p.fin, NULL FROM accompagnement.ateliers_prevus p WHERE p.compte = p_compte
        UNION ALL SELECT 'registres', r.titre, NULL, r.jour::timestamp AT TIME ZONE 'UTC', NULL, r.signatures FROM accompagnement.registres r WHERE r.auteur = p_compte
    ) x (sorte, nom, texte, debut, fin, nombre)
    WHERE (p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits')
    ORDER BY x.debut
$$;

CREATE FUNCTION accompagnement.effacer_le_travail(p_compte uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
DECLARE
    v_nombre integer := 0;
    v_effaces integer;
    v_ou text[];
BEGIN
    IF NOT noyau.a_role('systeme:droits') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only who answers the rights of people erases.';
    END IF;

    FOREACH v_ou SLICE 1 IN ARRAY ARRAY[
        ['notes_d_activites', 'auteur'], ['brouillons', 'auteur'], ['modeles_d_activites', 'auteur'], ['temps_de_saisie', 'auteur'], ['signaux_de_saisie', 'mediateur'],
        ['absences', 'compte'], ['disponibilites', 'compte'], ['reglages_d_agenda', 'compte']] LOOP
        EXECUTE format('DELETE FROM accompagnement.%I WHERE %I = $1', v_ou[1], v_ou[2]) USING p_compte;
        GET DIAGNOSTICS v_effaces = ROW_COUNT;
        v_nombre := v_nombre + v_effaces;
    END LOOP;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION accompagnement.travail_de, accompagnement.effacer_le_travail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.travail_de, accompagnement.effacer_le_travail TO faireavec_app;


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261127020000_DonneesDuTravail', '10.0.11');

-- A manager of an organisation changes neither how far a client goes nor how much it may ask, and adds no scope to one that the national team let in on more
-- than the organisation. A policy doesn't see the row of before: a trigger does.
CREATE FUNCTION comptes.garder_la_portee() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF noyau.a_role('gestionnaire_structure') AND NOT noyau.a_role('administrateur', 'systeme:commande')
        AND ((NEW.portee, NEW.departements, NEW.limite_par_seconde) IS DISTINCT FROM (OLD.portee, OLD.departements, OLD.limite_par_seconde)
            OR (OLD.portee <> 'Organisation' AND NOT NEW.etendues <@ OLD.etendues)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'A manager gives no more than their organisation.';
    END IF;

    RETURN NEW;
END $$;
CREATE TRIGGER garder_la_portee BEFORE UPDATE ON comptes.clients_api FOR EACH ROW EXECUTE FUNCTION comptes.garder_la_portee();

-- True while a client may be told of events: not revoked, its organisation neither closed nor merged into another, the scope still there.
CREATE FUNCTION comptes.client_ecoute(p_client uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements') AND EXISTS (
        SELECT FROM comptes.clients_api c JOIN comptes.organisations o ON o.id = c.organisation
        WHERE c.id = p_client AND c.revoque_le IS NULL AND 'evenements:lire' = ANY (c.etendues) AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL)
$$;
REVOKE ALL ON FUNCTION comptes.client_ecoute FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.client_ecoute TO faireavec_app;


-- The journal says, in clear, what happened to whom: who chose what, who was sent where, for which need. The second wall stands around it too. It is written by
-- functions alone; it is read by who runs the platform or audits it, by the one whom it speaks of or who did it, and by the systems that answer them or verify it.
ALTER TABLE noyau.journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON noyau.journal FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:droits', 'systeme:journal'))
    OR ((personne = (SELECT noyau.compte()) OR (acteur = (SELECT noyau.compte())::text AND length(acteur) = 36)) AND NOT (SELECT noyau.a_role('regard')))
    -- What changed of an organisation is shown to those who work for it; it speaks of nobody.
    OR (entite = 'comptes.Organisation' AND (SELECT noyau.compte()) IS NOT NULL));

-- The key of a person is destroyed by an erasure or by a purge, and by nothing else: without it what the journal says of them is lost for ever.
CREATE OR REPLACE FUNCTION noyau.oublier_personne(p_personne uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
BEGIN
    IF NOT noyau.a_role('systeme:droits', 'systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only an erasure or a purge destroys the key of a person.';
    END IF;

    DELETE FROM noyau.cles_personnes WHERE personne = p_personne;
    RETURN FOUND;
END $$;


-- The history of an act, from the journal: read by whoever reads the act itself.
CREATE POLICY lire_les_actes ON noyau.journal FOR SELECT USING (
    CASE WHEN entite IN ('accompagnement.Activite', 'accompagnement.NoteDActivite') THEN EXISTS (SELECT FROM accompagnement.activites a WHERE a.id = entite_id::uuid) ELSE false END
    AND NOT (SELECT noyau.a_role('regard')));

-- A client of the API that was let in on a territory reads the acts of its organisation that are there. The others have no territory: nothing changes for them.
CREATE POLICY dans_le_territoire ON accompagnement.activites AS RESTRICTIVE FOR SELECT USING (
    NOT (SELECT noyau.a_role('client_api')) OR cardinality((SELECT noyau.departements())) = 0 OR departement = ANY ((SELECT noyau.departements())::text[]));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261127033000_GardesDesComptes', '10.0.11');

-- The addresses that an account has or had, for the log of mail: of today, of the changes that were made, of the invitations that became this account.
CREATE FUNCTION comptes.adresses_de(p_compte uuid) RETURNS TABLE (adresse text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT DISTINCT x.adresse FROM (
        SELECT c.courriel::text FROM comptes.comptes c WHERE c.id = p_compte
        UNION ALL SELECT e.nouveau FROM comptes.changements_de_courriel e WHERE e.compte = p_compte AND e.fait_le IS NOT NULL
        UNION ALL SELECT v.courriel FROM comptes.invitations v WHERE v.acceptee_par = p_compte OR v.compte_cree = p_compte
    ) x (adresse)
    WHERE x.adresse <> '' AND ((p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits'))
$$;

-- What the account went through: terms accepted, first steps, warnings before a suspension, help asked for. One line for each fact.
CREATE FUNCTION comptes.vie_du_compte(p_compte uuid) RETURNS TABLE (sorte text, nom text, instant timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT x.sorte, x.nom, x.instant FROM (
        SELECT 'conditions'::text, a.version::text, a.le FROM comptes.acceptations_des_conditions a WHERE a.compte = p_compte
        UNION ALL SELECT 'premier_pas', p.pas, p.le FROM comptes.premiers_pas p WHERE p.compte = p_compte
        UNION ALL SELECT 'inactivite_avertie', NULL, i.averti_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'inactivite_suspendue', NULL, i.suspendu_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'inactivite_retablie', NULL, i.retabli_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'secours_demande', NULL, s.demandee_le FROM comptes.demandes_de_secours s WHERE s.compte = p_compte
        UNION ALL SELECT 'secours_fini', s.etat, s.finie_le FROM comptes.demandes_de_secours s WHERE s.compte = p_compte
        UNION ALL SELECT 'secours_accorde', NULL, CASE WHEN s.premier = p_compte THEN s.premier_le ELSE s.second_le END FROM comptes.demandes_de_secours s WHERE p_compte IN (s.premier, s.second)
        UNION ALL SELECT 'assistance', NULL, k.cree_le FROM comptes.codes_d_assistance k WHERE k.compte = p_compte
        UNION ALL SELECT 'assistance_utilisee', NULL, k.utilise_le FROM comptes.codes_d_assistance k WHERE k.compte = p_compte
    ) x (sorte, nom, instant)
    WHERE x.instant IS NOT NULL AND ((p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits'))
    ORDER BY x.instant
$$;

-- As before, with what the account went through. That the terms were accepted stays, as a proof, without a name.
CREATE OR REPLACE FUNCTION comptes.effacer_les_moyens(p_compte uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_nombre integer := 0;
    v_effaces integer;
    v_table text;
    v_invitation uuid;
BEGIN
    IF NOT noyau.a_role('systeme:droits') OR NOT EXISTS (SELECT 1 FROM comptes.comptes WHERE id = p_compte AND etat IN ('Clos', 'Efface')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only a closed account is erased.';
    END IF;

    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'navigateurs_connus', 'changements_de_courriel', 'demandes_de_secours', 'liens_de_connexion', 'identites_externes',
        'premiers_pas', 'avis_d_inactivite', 'codes_d_assistance'] LOOP
        EXECUTE format('DELETE FROM comptes.%I WHERE compte = $1', v_table) USING p_compte;
        GET DIAGNOSTICS v_effaces = ROW_COUNT;
        v_nombre := v_nombre + v_effaces;
    END LOOP;

    -- A card is an object: it goes back to the lot.
    UPDATE comptes.cartes_a_codes SET compte = NULL, attachee_le = NULL, utilisee_le = NULL WHERE compte = p_compte;
    -- An invitation stands in the journal as a person of its own.
    FOR v_invitation IN DELETE FROM comptes.invitations WHERE acceptee_par = p_compte OR compte_cree = p_compte RETURNING id LOOP
        PERFORM noyau.oublier_personne(v_invitation);
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;
-- Secrets of clients of the API that nobody used: they end, as the access of a person who doesn't come. A trigger tells every node. Gives whose they were.
CREATE FUNCTION comptes.finir_les_secrets_inutilises(p_limite timestamptz, p_maintenant timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
BEGIN
    IF NOT noyau.a_role('systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only the job of the night ends them.';
    END IF;

    RETURN QUERY UPDATE comptes.secrets_de_client s SET expire_le = p_maintenant
        WHERE coalesce(s.vu_le, s.cree_le) < p_limite AND s.expire_le > p_maintenant RETURNING s.client;
END $$;
REVOKE ALL ON FUNCTION comptes.adresses_de, comptes.vie_du_compte, comptes.finir_les_secrets_inutilises FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.adresses_de, comptes.vie_du_compte, comptes.finir_les_secrets_inutilises TO faireavec_app;


-- The log of mail and the people whose address it holds: told to them, and taken away with them. Definer: the log is closed to the contexts that answer
-- people's rights. An address is given whole, so that nobody looks for one here; and who works is only told of their own.
CREATE INDEX ix_courriels_destinataire ON noyau.courriels (lower(destinataire));
CREATE FUNCTION noyau.courriels_de(p_adresses text[]) RETURNS TABLE (instant timestamptz, destinataire text, categorie text, etat text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT c.instant, c.destinataire, c.categorie, c.etat FROM noyau.courriels c WHERE lower(c.destinataire) IN (SELECT lower(a) FROM unnest(p_adresses) a)
        AND (noyau.a_role('systeme:droits') OR lower(c.destinataire) IN (SELECT lower(m.adresse) FROM comptes.adresses_de(noyau.compte()) m))
    ORDER BY c.instant
$$;

-- What a server answers to a message often repeats its address: it goes too.
CREATE FUNCTION noyau.oublier_courriels(p_adresses text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_nombre integer;
BEGIN
    IF NOT noyau.a_role('systeme:droits', 'systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only who answers the rights of people erases.';
    END IF;

    UPDATE noyau.courriels SET destinataire = 'adresse effacée', erreur = CASE WHEN erreur IS NULL THEN NULL ELSE 'effacée' END
    WHERE lower(destinataire) IN (SELECT lower(a) FROM unnest(p_adresses) a);
    GET DIAGNOSTICS v_nombre = ROW_COUNT;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION noyau.courriels_de, noyau.oublier_courriels FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.courriels_de, noyau.oublier_courriels TO faireavec_app;


-- What somebody did for people helped or for their organisation is told to them too: what, how many, from when to when; who was helped is told to nobody else.
CREATE OR REPLACE FUNCTION accompagnement.travail_de(p_compte uuid) RETURNS TABLE (sorte text, nom text, texte text, debut timestamptz, fin timestamptz, nombre bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT x.sorte, x.nom, x.texte, x.debut, x.fin, x.nombre FROM (
        SELECT 'actes'::text, NULL::text, NULL::text, min(a.jour)::timestamp AT TIME ZONE 'UTC', max(a.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.activites a WHERE a.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'notes', NULL, n.texte, a.jour::timestamp AT TIME ZONE 'UTC', NULL, NULL FROM accompagnement.notes_d_activites n JOIN accompagnement.activites a ON a.id = n.activite WHERE n.auteur = p_compte
        UNION ALL SELECT 'brouillons', NULL, b.contenu::text, b.modifie_le, NULL, NULL FROM accompagnement.brouillons b WHERE b.auteur = p_compte
        UNION ALL SELECT 'modeles', m.nom, m.contenu::text, m.cree_le, NULL, NULL FROM accompagnement.modeles_d_activites m WHERE m.auteur = p_compte
        UNION ALL SELECT 'temps', NULL, NULL, t.semaine::timestamp AT TIME ZONE 'UTC', NULL, t.secondes FROM accompagnement.temps_de_saisie t WHERE t.auteur = p_compte
        UNION ALL SELECT 'signaux', s.nature, s.explication, s.trouve_le, s.explique_le, NULL FROM accompagnement.signaux_de_saisie s WHERE s.mediateur = p_compte
        UNION ALL SELECT 'disponibilites', d.lieu, left(d.de::text, 5) || ' – ' || left(d.a::text, 5), d.depuis::timestamp AT TIME ZONE 'UTC', d.jusqua::timestamp AT TIME ZONE 'UTC', NULL FROM accompagnement.disponibilites d WHERE d.compte = p_compte
        UNION ALL SELECT 'absences', NULL, NULL, a.debut, a.fin, NULL FROM accompagnement.absences a WHERE a.compte = p_compte
        UNION ALL SELECT 'ateliers', p.titre, p.description, p.debut, p.fin, NULL FROM accompagnement.ateliers_prevus p WHERE p.compte = p_compte
        UNION ALL SELECT 'registres', r.titre, NULL, r.jour::timestamp AT TIME ZONE 'UTC', NULL, r.signatures FROM accompagnement.registres r WHERE r.auteur = p_compte
        UNION ALL SELECT 'traces', 'rendez_vous', NULL, min(t.debut), max(t.debut), count(*) FROM accompagnement.rendez_vous t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'inscriptions', NULL, min(t.prise_le), max(t.prise_le), count(*) FROM accompagnement.inscriptions t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'accompagnements', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.accompagnements t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'parcours', NULL, min(t.ouvert_le)::timestamp AT TIME ZONE 'UTC', max(t.ouvert_le)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.parcours t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'positionnements', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.positionnements t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'suivis', NULL, min(t.debut), max(t.debut), count(*) FROM accompagnement.suivis t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'cartes_reservees', NULL, min(t.reservee_le), max(t.reservee_le), count(*) FROM accompagnement.cartes_reservees t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'fusions_de_personnes', NULL, min(t.faite_le), max(t.faite_le), count(*) FROM accompagnement.fusions_de_personnes t WHERE t.par = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'signatures_de_registres', NULL, min(t.signee_le), max(t.signee_le), count(*) FROM accompagnement.signatures_de_registres t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'besoins_exprimes', NULL, min(t.cree_le), max(t.cree_le), count(*) FROM accompagnement.besoins_exprimes t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'orientations', NULL, min(t.proposee_le), max(t.proposee_le), count(*) FROM accompagnement.orientations t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'actions_d_aller_vers', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.actions_d_aller_vers t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'configurations_d_aller_vers', NULL, min(t.creee_le), max(t.creee_le), count(*) FROM accompagnement.configurations_d_aller_vers t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'partenaires_qui_orientent', NULL, min(t.cree_le), max(t.cree_le), count(*) FROM accompagnement.partenaires_qui_orientent t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'orientations_de_partenaires', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.orientations_de_partenaires t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'changements_de_demarches', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.changements_de_demarches t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'clotures', NULL, min(t.le), max(t.le), count(*) FROM accompagnement.clotures t WHERE t.par = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'couts_de_periodes', NULL, min(t.note_le), max(t.note_le), count(*) FROM accompagnement.couts_de_periodes t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'parts_de_publics', NULL, min(t.note_le), max(t.note_le), count(*) FROM accompagnement.parts_de_publics t WHERE t.auteur = p_compte HAVING count(*) > 0
    ) x (sorte, nom, texte, debut, fin, nombre)
    WHERE (p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits')
    ORDER BY x.debut
$$;

-- A device, by the secret of its id: whose it is, and for which organisation. None when it was taken back, or isn't known any more.
CREATE FUNCTION accompagnement.proprietaire_d_appareil(p_appareil uuid) RETURNS TABLE (compte uuid, organisation uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.compte, a.organisation FROM accompagnement.appareils a WHERE a.id = p_appareil AND a.revoque_le IS NULL
$$;
REVOKE ALL ON FUNCTION accompagnement.proprietaire_d_appareil FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.proprietaire_d_appareil TO faireavec_app;
DROP FUNCTION accompagnement.appareil_a_effacer;

-- How long one took to write, week by week: theirs alone, and not for ever.
GRANT DELETE ON accompagnement.temps_de_saisie TO faireavec_app;
CREATE POLICY effacer ON accompagnement.temps_de_saisie FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY lire_pour_effacer ON accompagnement.temps_de_saisie FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));


INSERT INTO noyau.migrations ("MigrationId", "ProductVersion")
VALUES ('20261127043000_DonneesDesPersonnesEntieres', '10.0.11');

