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
