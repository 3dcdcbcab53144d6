-- What signing in and invitations hold about somebody: told to that person, and taken away when the account is erased. Definer: their tables are closed
-- to the context that answers people's rights; the functions look at who asks and at the account's state themselves.
CREATE FUNCTION comptes.mes_moyens(p_compte uuid) RETURNS TABLE (sorte text, nom text, cree_le timestamptz, utilise_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT x.sorte, x.nom, x.cree_le, x.utilise_le FROM (
        SELECT 'cle'::text, c.nom::text, c.creee_le, c.utilisee_le FROM comptes.cles_d_acces c WHERE c.compte = p_compte
        UNION ALL SELECT 'application', NULL, a.creee_le, a.utilisee_le FROM comptes.applications_de_codes a WHERE a.compte = p_compte
        UNION ALL SELECT 'carte', k.serie, k.attachee_le, k.utilisee_le FROM comptes.cartes_a_codes k WHERE k.compte = p_compte
        UNION ALL SELECT 'navigateur', n.nom, n.premier_le, n.vu_le FROM comptes.navigateurs_connus n WHERE n.compte = p_compte
        UNION ALL SELECT 'courriel', e.nouveau, e.demande_le, e.fait_le FROM comptes.changements_de_courriel e WHERE e.compte = p_compte
        UNION ALL SELECT 'identite', i.federation::text, i.liee_le, NULL FROM comptes.identites_externes i WHERE i.compte = p_compte
        UNION ALL SELECT 'invitation', v.courriel, v.creee_le, v.acceptee_le FROM comptes.invitations v WHERE v.acceptee_par = p_compte OR v.compte_cree = p_compte
    ) x (sorte, nom, cree_le, utilise_le)
    WHERE p_compte = noyau.compte() OR noyau.a_role('systeme:droits')
    ORDER BY 3
$$;

CREATE FUNCTION comptes.effacer_les_moyens(p_compte uuid) RETURNS integer
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

    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'navigateurs_connus', 'changements_de_courriel', 'demandes_de_secours', 'liens_de_connexion', 'identites_externes'] LOOP
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
REVOKE ALL ON FUNCTION comptes.mes_moyens, comptes.effacer_les_moyens FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_moyens, comptes.effacer_les_moyens TO faireavec_app;
