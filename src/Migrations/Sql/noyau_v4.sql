-- The teams that the one who asks coordinates, as the policies of row security read them.
CREATE FUNCTION noyau.equipes() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.equipes', true), ''), ',')::uuid[], '{}')
$$;
GRANT EXECUTE ON FUNCTION noyau.equipes TO faireavec_app;
