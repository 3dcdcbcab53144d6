using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Publication;

/// <summary>
/// What leaves the site of a place: never a person's name, e-mail or mobile, whatever a source or a correction wrote; never a date that says nothing. Looked
/// at again here, since it is the last door.
/// </summary>
internal static class LieuxAPublier
{
    /// <summary>The places, in the order of their ids.</summary>
    public static IReadOnlyList<Lieu> De(IEnumerable<Lieu> lieux, DateOnly aujourdhui) => [.. lieux.Select(l => Preparer(l, aujourdhui)).OrderBy(l => l.Id, StringComparer.Ordinal)];

    private static Lieu Preparer(Lieu lieu, DateOnly aujourdhui)
    {
        var publie = CopieDeLieu.Sous(lieu.Id, lieu, lieu);
        var releve = new Releve();
        string? Masquer(string? texte, string champ) => DonneesPersonnelles.Masquer(texte, champ, releve);
        publie.Nom = PersonneNommee.HorsDuNom(Masquer(lieu.Nom, "nom") ?? lieu.Nom, lieu.Commune);
        publie.Adresse = PersonneNommee.HorsDeLAdresse(lieu.Adresse);
        publie.StructureParente = Masquer(lieu.StructureParente, "structure_parente");
        publie.ComplementAdresse = PersonneNommee.HorsDeLAdresse(Masquer(lieu.ComplementAdresse, "complement_adresse"));
        publie.PresentationResume = Masquer(lieu.PresentationResume, "presentation_resume");
        publie.PresentationDetail = Masquer(lieu.PresentationDetail, "presentation_detail");
        publie.Courriels = Array.FindAll(lieu.Courriels, c => !Courriel.EstPersonnel(c));
        publie.Telephone = lieu.Telephone is { } telephone && Telephone.Lire(telephone).Numero is { Type: TypeTelephone.Mobile } ? null : lieu.Telephone;
        publie.DateMaj = DateDeMiseAJour.Croyable(lieu.DateMaj, aujourdhui);
        return publie;
    }
}
