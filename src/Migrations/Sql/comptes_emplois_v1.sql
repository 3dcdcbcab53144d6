-- For whom somebody works, in which roles and teams, over time: what an act takes from its author. Read by the application only, never shown.
CREATE FUNCTION comptes.emploi_de(p_compte uuid, p_organisation uuid) RETURNS TABLE (genre text, quoi text, debut timestamptz, fin timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT 'role', a.role, a.debut, a.fin FROM comptes.appartenances a WHERE a.compte = p_compte AND a.organisation = p_organisation
    UNION ALL
    SELECT 'equipe', m.equipe::text, m.debut, m.fin FROM comptes.membres_d_equipe m WHERE m.compte = p_compte AND NOT m.coordonne
    UNION ALL
    SELECT 'siege', o.code_insee, NULL, NULL FROM comptes.organisations o WHERE o.id = p_organisation AND o.fermee_le IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.emploi_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.emploi_de TO faireavec_app;
