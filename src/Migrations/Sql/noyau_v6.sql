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
