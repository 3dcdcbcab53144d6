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
