using FaireAvec.Accompagnement.Domain.Statistiques;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>
/// The months that were read, kept while they don't change. Nothing until somebody asks for a wide figure; then at most <c>Statistiques:MemoireMo</c>
/// (192 by default): beyond, the months that weren't asked for longest are read again when they are.
/// </summary>
internal sealed class MemoireDesCumuls(IConfiguration configuration)
{
    private readonly Lock _verrou = new();
    private readonly long _maximum = (configuration.GetValue<long?>("Statistiques:MemoireMo") ?? 192) * 1_048_576;
    private readonly Dictionary<(string, DateOnly), Garde> _blocs = [];
    private long _taille, _horloge;

    /// <summary>Bytes held, about.</summary>
    public long Taille
    {
        get
        {
            lock (_verrou)
            {
                return _taille;
            }
        }
    }

    /// <summary>The month as it is in this version, if it is held.</summary>
    public BlocDeFaits? Trouver(string departement, DateOnly mois, long version)
    {
        lock (_verrou)
        {
            if (!_blocs.TryGetValue((departement, mois), out var garde) || garde.Version != version)
            {
                return null;
            }

            garde.VuA = ++_horloge;
            return garde.Bloc;
        }
    }

    public void Garder(string departement, DateOnly mois, long version, BlocDeFaits bloc)
    {
        lock (_verrou)
        {
            // Two requests read it at once, one of them before the last derivation: the newest stays.
            if (_blocs.TryGetValue((departement, mois), out var avant))
            {
                if (avant.Version >= version)
                {
                    return;
                }

                _taille -= avant.Bloc.Taille;
            }

            _blocs[(departement, mois)] = new(version, bloc) { VuA = ++_horloge };
            _taille += bloc.Taille;
            if (_taille > _maximum)
            {
                Alleger();
            }
        }
    }

    // A tenth at a time: not at each month that comes in.
    private void Alleger()
    {
        foreach (var (cle, garde) in _blocs.OrderBy(b => b.Value.VuA).ToList())
        {
            if (_taille <= _maximum - (_maximum / 10))
            {
                return;
            }

            _blocs.Remove(cle);
            _taille -= garde.Bloc.Taille;
        }
    }

    private sealed record Garde(long Version, BlocDeFaits Bloc)
    {
        public long VuA { get; set; }
    }
}
