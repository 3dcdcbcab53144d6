using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>Writes the three columns of the commune that was decided, each correction with its rule; or mends the writing of the codes only.</summary>
internal sealed class EcritureDeLocalite(ITerritoires territoires, Releve releve, TemoinsDeCommune temoins)
{
    private const int SuggestionsMax = 5;

    private string? _regleCode = temoins.RegleCode;

    /// <summary>Nothing was decided: only the writing of the codes is mended.</summary>
    public Localite Inchangee()
    {
        EcrireCode(temoins.Code);
        var insee = temoins.ParInsee is null ? null : temoins.Insee;
        EcrireInsee(insee);
        return new Localite(temoins.Code, insee, temoins.NomEcrit);
    }

    public Localite Ecrire(Commune trouvee, string? regleNom, string? regleInsee)
    {
        var commune = Arrondissement(trouvee);
        var nom = NomsOfficiels.De(commune);
        releve.Corriger(ReconciliationCommune.ChampCommune, temoins.NomEcrit, nom, temoins.NomTrouve ? Regles.CommuneTrouvee : regleNom ?? (temoins.Nom.Cedex || temoins.Nom.Arrondissement is not null || temoins.Nom.CodePostal is not null ? Regles.CommuneMentions : Regles.CommuneEcriture));
        EcrireInsee(commune.CodeInsee, temoins.Insee is null ? Regles.InseeDeduit : regleInsee ?? (commune.EstArrondissement ? Regles.InseeArrondissement : temoins.Insee != commune.CodeInsee ? (temoins.ParInsee is null ? Regles.InseeInconnu : Regles.InseeFusion) : null));
        var code = Code(commune);
        EcrireCode(code);
        return new Localite(code, commune.CodeInsee, nom);
    }

    private Commune Arrondissement(Commune commune)
    {
        var mere = NomsOfficiels.Mere(commune);
        if (!NomsOfficiels.AArrondissements(mere))
        {
            return commune;
        }

        // The postal code says which; else the name; else the INSEE code as it was.
        var parCode = temoins.ParCode.Where(c => c.CommuneMere == mere).ToList();
        var parNumero = temoins.Nom.Arrondissement is { } n ? territoires.Commune(mere switch
        {
            "75056" => $"751{n:00}",
            "69123" => $"6938{n}",
            _ => $"132{n:00}",
        }) : null;
        var ecrit = temoins.ParInsee is { EstArrondissement: true } ? temoins.ParInsee : null;
        var codes = new[] { parCode is [var seul] ? seul : null, parNumero, ecrit }.OfType<Commune>().Select(c => c.CodeInsee).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > 1)
        {
            releve.Signaler(ReconciliationCommune.ChampInsee, temoins.Ecrits, Regles.CommuneContradiction, Severite.Avertissement, "Le code postal, le nom et le code INSEE ne désignent pas le même arrondissement.", string.Join(" ; ", codes.Select(t => territoires.Commune(t)!.Nom)));
            return ecrit ?? territoires.Commune(mere)!;
        }

        return codes is [var code] ? territoires.Commune(code)! : territoires.Commune(mere)!;
    }

    /// <summary>The postal code of the commune that was found: the one written when it is its own.</summary>
    private string? Code(Commune commune)
    {
        var siens = commune.CodesPostaux;
        var ville = commune.EstArrondissement ? territoires.Commune(NomsOfficiels.Mere(commune))!.CodesPostaux : siens;
        if (temoins.Code is null)
        {
            if (siens is [var deduit])
            {
                _regleCode = Regles.CodePostalDeduit;
                return deduit;
            }

            releve.Signaler(ReconciliationCommune.ChampCode, temoins.CodeEcrit, Regles.CodePostalManquant, Severite.Bloquant, suggestion: Suggestions(siens));
            return null;
        }

        if (siens.Contains(temoins.Code) || siens.Count == 0)
        {
            return temoins.Code;
        }

        if (temoins.ParCode.Count == 0 && temoins.CodeDuDepartement(commune.Departement))
        {
            // Nobody lives under this code: business mail (CEDEX).
            if (siens is [var geographique])
            {
                _regleCode = Regles.CodePostalCedex;
                return geographique;
            }

            releve.Signaler(ReconciliationCommune.ChampCode, temoins.Code, Regles.CodePostalCedexGarde, Severite.Avertissement, suggestion: Suggestions(siens));
            return temoins.Code;
        }

        if (ville.Contains(temoins.Code))
        {
            return temoins.Code;
        }

        // Two witnesses said the commune, and it has one code: the code was a neighbour's.
        if (siens is [var juste] && temoins.CodeDuDepartement(commune.Departement))
        {
            _regleCode = Regles.CodePostalContredit;
            return juste;
        }

        releve.Signaler(ReconciliationCommune.ChampCode, temoins.Code, Regles.CodePostalDouteux, Severite.Avertissement, suggestion: Suggestions(siens));
        return temoins.Code;
    }

    private static string Suggestions(IReadOnlyList<string> codes) => string.Join(" ; ", codes.Take(SuggestionsMax));

    private void EcrireCode(string? code)
    {
        if (code is null && temoins.CodeEcrit is not null)
        {
            releve.Retirer(ReconciliationCommune.ChampCode, temoins.CodeEcrit, Regles.CodePostalForme);
            return;
        }

        releve.Corriger(ReconciliationCommune.ChampCode, temoins.CodeEcrit, code, _regleCode ?? Regles.CodePostalTexte);
    }

    private void EcrireInsee(string? insee, string? regle = null)
    {
        if (insee is null && temoins.InseeEcrit is not null)
        {
            releve.Retirer(ReconciliationCommune.ChampInsee, temoins.InseeEcrit, Regles.InseeInconnu);
            return;
        }

        releve.Corriger(ReconciliationCommune.ChampInsee, temoins.InseeEcrit, insee, regle ?? temoins.RegleInsee ?? Regles.InseeEcriture);
    }
}
