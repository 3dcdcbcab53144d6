namespace FaireAvec.Kernel.ICalendar;

/// <summary>The work that one calendar may ask for, whatever its rules say.</summary>
internal sealed class CompteurDePas(int max)
{
    private int _reste = max;

    /// <summary>True once it is used up.</summary>
    public bool Epuise => _reste < 0;

    /// <summary>Takes some; false when there isn't any left.</summary>
    public bool Prendre(int pas = 1)
    {
        _reste = Math.Max(-1, _reste - pas);
        return !Epuise;
    }
}
