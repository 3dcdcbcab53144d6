using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Clients;

/// <summary>What one client may still send: a bucket that fills at its rate, up to ten seconds' worth.</summary>
internal sealed class SeauDeDemandes(int parSeconde)
{
    /// <summary>Seconds' worth of requests that may come at once.</summary>
    public const int Rafale = 10;

    private readonly Lock _verrou = new();
    private double _reste = parSeconde * Rafale;
    private TimeSpan _dernier;

    /// <summary>The rate that it was made for.</summary>
    public int ParSeconde => parSeconde;

    /// <param name="maintenant">A time that never goes back.</param>
    public Passage Prendre(TimeSpan maintenant)
    {
        var max = parSeconde * Rafale;
        lock (_verrou)
        {
            if (maintenant > _dernier)
            {
                _reste = Math.Min(max, _reste + ((maintenant - _dernier).TotalSeconds * parSeconde));
                _dernier = maintenant;
            }

            var permis = _reste >= 1;
            if (permis)
            {
                _reste--;
            }

            return new Passage(permis, max, (int)_reste, TimeSpan.FromSeconds((max - _reste) / parSeconde), TimeSpan.FromSeconds(permis ? 0 : (1 - _reste) / parSeconde));
        }
    }
}
