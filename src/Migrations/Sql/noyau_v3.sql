-- Who asks, as the policies of row security read it. Settings are empty, or absent, for somebody who isn't known.
CREATE FUNCTION noyau.compte() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.compte', true), '')::uuid
$$;
CREATE FUNCTION noyau.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.organisation', true), '')::uuid
$$;
CREATE FUNCTION noyau.departements() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.departements', true), ''), ','), '{}')
$$;
-- True when one of these roles is held. Written « (SELECT noyau.a_role(…)) » in a policy: worked out once for the query, not for each row.
CREATE FUNCTION noyau.a_role(VARIADIC p_roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.role', true), ''), ',') && p_roles, false)
$$;
GRANT EXECUTE ON FUNCTION noyau.compte, noyau.organisation, noyau.departements, noyau.a_role TO faireavec_app;
