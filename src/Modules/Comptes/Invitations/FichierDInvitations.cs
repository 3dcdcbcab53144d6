using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Comptes.Invitations;

/// <summary>One line of a file of people to invite, as it is written.</summary>
internal sealed record LigneDeFichier(int Numero, string? Courriel, string? Prenom, string? Nom, string? Role)
{
    /// <summary>The role by its key (« mediateur ») or by its name on screen; null when it is none.</summary>
    public Role? RoleLu
    {
        get
        {
            var texte = TexteRecherche.Normaliser(Role is { Length: > 200 } ? Role[..200] : Role);
            return ClesDesRoles.Lire(texte.Replace(' ', '_')) ?? Enum.GetValues<Role>().Where(r => TexteRecherche.Normaliser(Mots.Role(r)) == texte).Select(r => (Role?)r).FirstOrDefault();
        }
    }

    public InvitationSaisie Saisie => new(Courriel, Prenom, Nom, RoleLu);
}

/// <summary>Reads a CSV of people to invite, columns in any order. Whatever the bytes, an answer in bounded time.</summary>
internal static class FichierDInvitations
{
    public const int LignesMax = 500;
    public const int OctetsMax = 1024 * 1024;

    private static readonly string[] Colonnes = ["courriel", "prenom", "nom", "role"];

    public static Resultat<IReadOnlyList<LigneDeFichier>> Lire(byte[] octets) => octets.Length > OctetsMax ? ErreursMembres.FichierTropLong : Lire(CsvDeTableur.Decoder(octets));

    public static Resultat<IReadOnlyList<LigneDeFichier>> Lire(string? texte)
    {
        if (texte?.Length > OctetsMax)
        {
            return ErreursMembres.FichierTropLong;
        }

        // The header, and one more than allowed.
        if (string.IsNullOrWhiteSpace(texte) || CsvDeTableur.Lire(texte, LignesMax + 2) is not { Count: > 0 } lignes)
        {
            return ErreursMembres.FichierIllisible;
        }

        var suite = lignes.Skip(1).ToList();
        var noms = lignes[0].Champs.Select(c => Colonne(TexteRecherche.Normaliser(c.Length > 100 ? c[..100] : c))).ToList();
        var rangs = Array.ConvertAll(Colonnes, c => noms.IndexOf(c));
        if (Array.Find(Colonnes, c => noms.Count(n => n == c) > 1) is { } double_)
        {
            // Which of the two is meant? A person would be invited in the place of another one.
            return ErreursMembres.FichierColonnes with { Message = MotsMembres.T("Fichier.ColonneDouble", double_) };
        }

        if (rangs[0] < 0 || rangs[3] < 0)
        {
            return ErreursMembres.FichierColonnes;
        }

        if (suite.Count == 0)
        {
            return ErreursMembres.FichierIllisible;
        }

        return suite.Count > LignesMax
            ? ErreursMembres.FichierTropLong
            : Resultat<IReadOnlyList<LigneDeFichier>>.Ok(suite.ConvertAll(l => new LigneDeFichier(l.Ligne, Champ(l.Champs, rangs[0]), Champ(l.Champs, rangs[1]), Champ(l.Champs, rangs[2]), Champ(l.Champs, rangs[3]))));
    }

    private static string? Champ(string[] champs, int rang) => rang >= 0 && rang < champs.Length && champs[rang].Trim() is { Length: > 0 } texte ? texte : null;

    private static string Colonne(string nom) => nom switch
    {
        "email" or "e mail" or "mail" or "adresse electronique" or "adresse mail" or "adresse" => "courriel",
        "prenoms" => "prenom",
        "nom de famille" => "nom",
        "fonction" or "profil" => "role",
        _ => nom,
    };
}
