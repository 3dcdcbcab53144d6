using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

internal sealed class NomsDesLieux(CatalogueLieux catalogue) : INomsDesLieux
{
    /// <summary>Longer than any address of a place.</summary>
    private const int Max = 1000;

    public LieuNomme? Trouver(string? id) => id is null ? null : Nommer(catalogue.Index, catalogue.Index.RangDe(id));

    public IReadOnlyCollection<string> Ids(string id)
    {
        var index = catalogue.Index;
        return index.RangDe(id) is >= 0 and var rang ? index.IdsDe(rang) : [id];
    }

    public LieuNomme? Reconnaitre(string? saisi)
    {
        var texte = saisi?.Trim();
        if (texte is not { Length: > 0 and <= Max })
        {
            return null;
        }

        var index = catalogue.Index;
        if (index.RangDe(texte) is >= 0 and var rang)
        {
            return Nommer(index, rang);
        }

        const string Segment = "/lieux/";
        var debut = texte.IndexOf(Segment, StringComparison.Ordinal);
        if (debut < 0)
        {
            return null;
        }

        var cle = texte[(debut + Segment.Length)..];
        var fin = cle.AsSpan().IndexOfAny('/', '?', '#');
        return Nommer(index, CleDeLieu.Rang(index, Uri.UnescapeDataString(fin < 0 ? cle : cle[..fin])));
    }

    public LieuNomme? DeNom(string? nom, string? codeInsee)
    {
        var cherche = TexteRecherche.Normaliser(nom);
        if (cherche.Length == 0 || codeInsee is null)
        {
            return null;
        }

        var index = catalogue.Index;
        Lieu? trouve = null;
        foreach (var rang in index.DeNom(cherche))
        {
            var lieu = index[rang];
            if (lieu.CodeInsee == codeInsee)
            {
                if (trouve is not null)
                {
                    return null;
                }

                trouve = lieu;
            }
        }

        return trouve is null ? null : Nommer(trouve);
    }

    private static LieuNomme? Nommer(IndexLieux index, int rang) => rang < 0 ? null : Nommer(index[rang]);

    internal static LieuNomme Nommer(Lieu l) => new(l.Id, l.Nom, l.Commune, l.CodePostal.Length > 0 ? l.CodePostal : null, l.CodeInsee, Liens.Lieu(l));
}
