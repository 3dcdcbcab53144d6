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
