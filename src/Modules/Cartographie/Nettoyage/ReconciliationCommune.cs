using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage.Communes;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>Makes the postal code, the INSEE code and the name of a commune agree: three witnesses, a decision (<see cref="DecisionDeCommune"/>), its writing.</summary>
internal sealed class ReconciliationCommune(ITerritoires territoires)
{
    public const string ChampCode = "code_postal";
    public const string ChampInsee = "code_insee";
    public const string ChampCommune = "commune";

    /// <summary>Cleans the three columns together.</summary>
    /// <param name="codePostal">As written.</param>
    /// <param name="codeInsee">As written.</param>
    /// <param name="commune">As written.</param>
    /// <param name="adresse">The street: may hold the postal code.</param>
    /// <param name="departement">Département where the source works, when the row doesn't say.</param>
    /// <param name="position">Where the place is, when it is known: tells between two communes of the same name.</param>
    public Nettoye<Localite> Nettoyer(string? codePostal, string? codeInsee, string? commune, string? adresse = null, string? departement = null, Position? position = null)
    {
        var releve = new Releve();
        var (cp, insee, nom) = (Coupe(codePostal), Coupe(codeInsee), Coupe(commune));

        // Nine rows in ten: everything agrees, in its final form.
        if (cp is not null && nom is not null && territoires.Commune(insee) is { } tout && tout.CodeInsee == insee && NomsOfficiels.De(tout) == nom && tout.CodesPostaux.Contains(cp)
            && !NomsOfficiels.AArrondissements(tout.CodeInsee))
        {
            return new(new Localite(cp, insee, nom), releve);
        }

        var temoins = new TemoinsDeCommune(territoires, cp, insee, nom, adresse);
        var decision = new DecisionDeCommune(territoires, releve, temoins, departement, position);
        temoins.ReconnaitreUnInseeDansLeCode(decision.ProcheDe);
        var ecriture = new EcritureDeLocalite(territoires, releve, temoins);
        return new(decision.Decider() is { } trouvee ? ecriture.Ecrire(trouvee, decision.RegleNom, decision.RegleInsee) : ecriture.Inchangee(), releve);
    }

    private static string? Coupe(string? texte) => texte?.Trim() is { Length: > 0 } t ? t : null;
}
