using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Correspondances.Geocodage;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Postgres;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Sources;

/// <summary>What the reading of a source's file needs, made once.</summary>
internal sealed class OutilsDeLecture(SchemaDesLieux schema, ITerritoires territoires, IConfiguration configuration, OptionsDonnees donnees, TimeProvider horloge)
{
    public SchemaDesLieux Schema => schema;

    public TimeProvider Horloge => horloge;

    public AtelierDeCorrespondance Atelier { get; } = new(territoires, horloge);

    public NettoyageLieu Nettoyage { get; } = new(territoires);

    public CoherenceDeLaLocalisation Coherence { get; } = new(territoires);

    /// <summary>The address service with its cache in the data folder; null when the operator gives no address (<c>Geocodage:Adresse</c>).</summary>
    public GeocodageOuvert? Geocodage()
    {
        if (ReglagesGeocodage.Lire(configuration) is not { } reglages)
        {
            return null;
        }

        Directory.CreateDirectory(donnees.Dossier);
        var client = ServiceDAdresses.Client();
        var service = new ServiceDAdresses(client, reglages, territoires, horloge);
        return new GeocodageOuvert(client, Atelier.Geocodage(new GeocodeurAvecCache(service, new CacheEnFichier(Path.Combine(donnees.Dossier, "adresses.jsonl"), horloge))));
    }
}
