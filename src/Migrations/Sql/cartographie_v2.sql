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
