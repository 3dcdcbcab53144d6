using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Comptes.Organisations;

/// <summary>What becomes of a line: "prete", "creee" or "refusee".</summary>
internal sealed record LigneImportee(int Ligne, string Etat, Guid? Id, string? Nom, string? Numero, IReadOnlyList<Erreur> Erreurs);

/// <summary>Reads a file of organisations, and writes the good lines when asked to. For operators.</summary>
internal sealed class ImportDOrganisations(FaireAvecDb db, RegistreDesOrganisations registre)
{
    public const int OctetsMax = 10 * 1024 * 1024;

    private const int LignesMax = 20_000;

    private const int Lot = 500;

    public async Task<Resultat<IReadOnlyList<LigneImportee>>> ImporterAsync(byte[] octets, bool appliquer, CancellationToken annulation)
    {
        if (CsvDeTableur.Lire(CsvDeTableur.Decoder(octets), LignesMax + 1) is not { Count: > 1 } lignes)
        {
            return ErreursMembres.FichierIllisible;
        }

        var colonnes = lignes[0].Champs.Select(c => TexteRecherche.Normaliser(c).Replace(' ', '_')).ToList();
        if (!colonnes.Contains("nom") || !colonnes.Contains("numero"))
        {
            return ErreursMembres.FichierColonnes with { Message = MotsMembres.T("Import.Colonnes"), Champ = null };
        }

        var (vus, faites) = (new HashSet<(TypeIdentification, string)>(), new List<LigneImportee>());
        foreach (var (numero, champs) in lignes.Skip(1))
        {
            string? Champ(string nom) => colonnes.IndexOf(nom) is >= 0 and var i && i < champs.Length && champs[i].Trim() is { Length: > 0 } texte ? texte : null;
            var saisie = new OrganisationSaisie
            {
                Nom = Champ("nom"),
                TypeIdentification = Valeur<TypeIdentification>(Champ("type") ?? "siret"),
                Numero = Champ("numero"),
                MotifIdentification = Champ("motif"),
                Nature = Valeur<NatureOrganisation>(Champ("nature")),
                Categorie = Valeur<CategorieOrganisation>(Champ("categorie")),
                CodeInsee = Champ("code_insee"),
                Commune = Champ("commune"),
                Reseau = Champ("reseau"),
            };
            var lue = await registre.LireAsync(saisie, null, annulation);
            IReadOnlyList<Erreur> erreurs = lue.Reussi && !vus.Add((lue.Valeur.TypeIdentification, lue.Valeur.Numero)) ? [ErreursComptes.OrganisationConnue] : lue.Erreurs;
            if (erreurs.Count > 0)
            {
                faites.Add(new LigneImportee(numero, "refusee", null, saisie.Nom, saisie.Numero, erreurs));
                continue;
            }

            if (appliquer)
            {
                db.Add(lue.Valeur);
                if (vus.Count % Lot == 0)
                {
                    await db.SaveChangesAsync(annulation);
                    db.ChangeTracker.Clear();
                }
            }

            faites.Add(new LigneImportee(numero, appliquer ? "creee" : "prete", lue.Valeur.Id, lue.Valeur.Nom, lue.Valeur.Numero, []));
        }

        await db.SaveChangesAsync(annulation);
        return faites;
    }

    // « privee », « Privée », « Économie sociale »: the name of the value without case nor accents.
    private static string? Valeur<T>(string? texte) where T : struct, Enum =>
        texte is null ? null : Enum.GetNames<T>().FirstOrDefault(n => TexteRecherche.Normaliser(n) == TexteRecherche.Normaliser(texte).Replace(" ", "", StringComparison.Ordinal)) ?? texte;
}
