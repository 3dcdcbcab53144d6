using FaireAvec.Kernel.Memoire;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>The home page and every public place, for search engines. Each place is read once for a state of the data: robots ask for each part of the map, and again.</summary>
internal sealed class PlanDesLieux(CatalogueLieux catalogue) : IPlanDuSite
{
    private Releve? _releve;

    public IEnumerable<string> Adresses()
    {
        var lieux = Lire();
        return Enumerable.Range(0, lieux.Nombre).Select(lieux.Texte).Prepend(Liens.Accueil);
    }

    private TextesEmpaquetes Lire()
    {
        // What can be booked makes another index of the same places: the version is that of the places.
        var index = catalogue.Index;
        if (Volatile.Read(ref _releve) is { } connu && connu.Version == index.Version)
        {
            return connu.Adresses;
        }

        var releve = new Releve(index.Version, new TextesEmpaquetes([.. index.Lieux.Select(Liens.Lieu)]));
        Volatile.Write(ref _releve, releve);
        return releve.Adresses;
    }

    private sealed record Releve(string Version, TextesEmpaquetes Adresses);
}
