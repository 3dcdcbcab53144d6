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
