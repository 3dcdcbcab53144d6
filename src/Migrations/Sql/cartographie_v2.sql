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
