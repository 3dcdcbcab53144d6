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
