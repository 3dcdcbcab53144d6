-- The addresses that an account has or had, for the log of mail: of today, of the changes that were made, of the invitations that became this account.
CREATE FUNCTION comptes.adresses_de(p_compte uuid) RETURNS TABLE (adresse text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT DISTINCT x.adresse FROM (
        SELECT c.courriel::text FROM comptes.comptes c WHERE c.id = p_compte
        UNION ALL SELECT e.nouveau FROM comptes.changements_de_courriel e WHERE e.compte = p_compte AND e.fait_le IS NOT NULL
        UNION ALL SELECT v.courriel FROM comptes.invitations v WHERE v.acceptee_par = p_compte OR v.compte_cree = p_compte
    ) x (adresse)
    WHERE x.adresse <> '' AND ((p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits'))
$$;

-- What the account went through: terms accepted, first steps, warnings before a suspension, help asked for. One line for each fact.
CREATE FUNCTION comptes.vie_du_compte(p_compte uuid) RETURNS TABLE (sorte text, nom text, instant timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT x.sorte, x.nom, x.instant FROM (
        SELECT 'conditions'::text, a.version::text, a.le FROM comptes.acceptations_des_conditions a WHERE a.compte = p_compte
        UNION ALL SELECT 'premier_pas', p.pas, p.le FROM comptes.premiers_pas p WHERE p.compte = p_compte
        UNION ALL SELECT 'inactivite_avertie', NULL, i.averti_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'inactivite_suspendue', NULL, i.suspendu_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'inactivite_retablie', NULL, i.retabli_le FROM comptes.avis_d_inactivite i WHERE i.compte = p_compte
        UNION ALL SELECT 'secours_demande', NULL, s.demandee_le FROM comptes.demandes_de_secours s WHERE s.compte = p_compte
        UNION ALL SELECT 'secours_fini', s.etat, s.finie_le FROM comptes.demandes_de_secours s WHERE s.compte = p_compte
        UNION ALL SELECT 'secours_accorde', NULL, CASE WHEN s.premier = p_compte THEN s.premier_le ELSE s.second_le END FROM comptes.demandes_de_secours s WHERE p_compte IN (s.premier, s.second)
        UNION ALL SELECT 'assistance', NULL, k.cree_le FROM comptes.codes_d_assistance k WHERE k.compte = p_compte
        UNION ALL SELECT 'assistance_utilisee', NULL, k.utilise_le FROM comptes.codes_d_assistance k WHERE k.compte = p_compte
    ) x (sorte, nom, instant)
    WHERE x.instant IS NOT NULL AND ((p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits'))
    ORDER BY x.instant
$$;

-- As before, with what the account went through. That the terms were accepted stays, as a proof, without a name.
CREATE OR REPLACE FUNCTION comptes.effacer_les_moyens(p_compte uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_nombre integer := 0;
    v_effaces integer;
    v_table text;
    v_invitation uuid;
BEGIN
    IF NOT noyau.a_role('systeme:droits') OR NOT EXISTS (SELECT 1 FROM comptes.comptes WHERE id = p_compte AND etat IN ('Clos', 'Efface')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only a closed account is erased.';
    END IF;

    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'navigateurs_connus', 'changements_de_courriel', 'demandes_de_secours', 'liens_de_connexion', 'identites_externes',
        'premiers_pas', 'avis_d_inactivite', 'codes_d_assistance'] LOOP
        EXECUTE format('DELETE FROM comptes.%I WHERE compte = $1', v_table) USING p_compte;
        GET DIAGNOSTICS v_effaces = ROW_COUNT;
        v_nombre := v_nombre + v_effaces;
    END LOOP;

    -- A card is an object: it goes back to the lot.
    UPDATE comptes.cartes_a_codes SET compte = NULL, attachee_le = NULL, utilisee_le = NULL WHERE compte = p_compte;
    -- An invitation stands in the journal as a person of its own.
    FOR v_invitation IN DELETE FROM comptes.invitations WHERE acceptee_par = p_compte OR compte_cree = p_compte RETURNING id LOOP
        PERFORM noyau.oublier_personne(v_invitation);
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;
-- Secrets of clients of the API that nobody used: they end, as the access of a person who doesn't come. A trigger tells every node. Gives whose they were.
CREATE FUNCTION comptes.finir_les_secrets_inutilises(p_limite timestamptz, p_maintenant timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
BEGIN
    IF NOT noyau.a_role('systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only the job of the night ends them.';
    END IF;

    RETURN QUERY UPDATE comptes.secrets_de_client s SET expire_le = p_maintenant
        WHERE coalesce(s.vu_le, s.cree_le) < p_limite AND s.expire_le > p_maintenant RETURNING s.client;
END $$;
REVOKE ALL ON FUNCTION comptes.adresses_de, comptes.vie_du_compte, comptes.finir_les_secrets_inutilises FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.adresses_de, comptes.vie_du_compte, comptes.finir_les_secrets_inutilises TO faireavec_app;
