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
