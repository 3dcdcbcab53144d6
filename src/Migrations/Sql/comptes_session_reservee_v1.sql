-- What a browser's cookie opens, with the only page that it is kept for: a tablet that goes from hand to hand is signed in nowhere else.
CREATE FUNCTION comptes.session_du_navigateur(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (session uuid, titulaire uuid, compte uuid, prenom text, nom text, demonstration boolean, preuve_le timestamptz, lecture_seule boolean,
               organisation uuid, nom_organisation text, organisations integer, roles text[], departements text[], equipes uuid[], reservee_a text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT o.*, s.reservee_a::text FROM comptes.session_ouverte(p_empreinte, p_maintenant) o JOIN comptes.sessions s ON s.id = o.session
$$;
REVOKE ALL ON FUNCTION comptes.session_du_navigateur FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.session_du_navigateur TO faireavec_app;
-- The other one doesn't say what the session is kept for.
REVOKE EXECUTE ON FUNCTION comptes.session_ouverte FROM faireavec_app;
