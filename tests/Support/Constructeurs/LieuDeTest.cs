using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Support.Constructeurs;

/// <summary>A place, with everything that the test doesn't care about filled in. <c>await new LieuDeTest().Nomme("…").CreerAsync(application)</c>.</summary>
public sealed class LieuDeTest
{
    private static int _numero;

    private readonly List<Action<Lieu>> _changements = [];
    private readonly int _rang = Interlocked.Increment(ref _numero);
    private string? _id;
    private string _nom;
    private string _commune = "Saint-Étienne";
    private string _codePostal = "42000";
    private string _source = "Test";

    public LieuDeTest() => _nom = $"Espace numérique {_rang}";

    public LieuDeTest Identifie(string id) => Faire(() => _id = id);

    public LieuDeTest Nomme(string nom) => Faire(() => _nom = nom);

    public LieuDeTest DeLaSource(string source) => Faire(() => _source = source);

    /// <summary>In a commune, at its town hall unless <see cref="Place"/> says otherwise.</summary>
    public LieuDeTest A(string commune, string codePostal, string codeInsee)
    {
        (_commune, _codePostal) = (commune, codePostal);
        return Avec(l => l.CodeInsee = codeInsee);
    }

    public LieuDeTest Place(double latitude, double longitude) => Avec(l => (l.Latitude, l.Longitude) = (latitude, longitude));

    public LieuDeTest SansPosition() => Avec(l => (l.Latitude, l.Longitude) = (null, null));

    public LieuDeTest AvecAdresse(string adresse) => Avec(l => l.Adresse = adresse);

    public LieuDeTest Ouvert(string horaires) => Avec(l => l.Horaires = horaires);

    public LieuDeTest AvecServices(params string[] services) => Avec(l => l.Services = services);

    public LieuDeTest AvecTelephone(string telephone) => Avec(l => l.Telephone = telephone);

    public LieuDeTest MisAJour(DateOnly jour) => Avec(l => l.DateMaj = jour);

    /// <summary>Kept off the public map.</summary>
    public LieuDeTest Retenu(string raison) => Avec(l => l.Retenu = raison);

    internal LieuDeTest Avec(Action<Lieu> changement) => Faire(() => _changements.Add(changement));

    internal Lieu Construire(TimeProvider horloge)
    {
        var id = _id ?? $"test_{_rang}";
        var lieu = new Lieu
        {
            Id = id,
            Source = _source,
            Nom = _nom,
            Commune = _commune,
            CodePostal = _codePostal,
            CodeInsee = "42218",
            Adresse = "1 place de l’Hôtel de Ville",
            Latitude = 45.4397,
            Longitude = 4.3872,
            Services = ["Aide aux démarches administratives"],
            Empreinte = SHA256.HashData(Encoding.UTF8.GetBytes(id)),
            CreeLe = horloge.GetUtcNow(),
            ModifieLe = horloge.GetUtcNow(),
        };
        foreach (var changement in _changements)
        {
            changement(lieu);
        }

        return lieu;
    }

    /// <summary>Puts it in the database and in the index. Returns its id.</summary>
    public async Task<string> CreerAsync(ApplicationDeTest application)
    {
        var lieu = Construire(application.Horloge);
        await application.AvecBaseAsync(async db =>
        {
            db.Add(lieu);
            return await db.SaveChangesAsync();
        });
        await application.Services.GetRequiredService<CatalogueLieux>().RechargerAsync(CancellationToken.None);
        return lieu.Id;
    }

    private LieuDeTest Faire(Action action)
    {
        action();
        return this;
    }
}
