-- The organisations and the teams of the one who asks, past ones too: what they may still read the name of. Definer: other modules' policies use it.
CREATE FUNCTION comptes.mes_attaches() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT organisation FROM comptes.appartenances WHERE compte = noyau.compte()
    UNION
    SELECT equipe FROM comptes.membres_d_equipe WHERE compte = noyau.compte()
$$;
REVOKE ALL ON FUNCTION comptes.mes_attaches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_attaches TO faireavec_app;
