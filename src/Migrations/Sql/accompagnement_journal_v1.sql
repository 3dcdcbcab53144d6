-- The history of an act, from the journal: read by whoever reads the act itself.
CREATE POLICY lire_les_actes ON noyau.journal FOR SELECT USING (
    CASE WHEN entite IN ('accompagnement.Activite', 'accompagnement.NoteDActivite') THEN EXISTS (SELECT FROM accompagnement.activites a WHERE a.id = entite_id::uuid) ELSE false END
    AND NOT (SELECT noyau.a_role('regard')));

-- A client of the API that was let in on a territory reads the acts of its organisation that are there. The others have no territory: nothing changes for them.
CREATE POLICY dans_le_territoire ON accompagnement.activites AS RESTRICTIVE FOR SELECT USING (
    NOT (SELECT noyau.a_role('client_api')) OR cardinality((SELECT noyau.departements())) = 0 OR departement = ANY ((SELECT noyau.departements())::text[]));
