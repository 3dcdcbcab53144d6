namespace FaireAvec.Cartographie.Commandes;

/// <summary>Progress on stderr: a bar on a terminal, a line every ten percent elsewhere.</summary>
internal sealed class BarreDeProgression(string titre)
{
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private int _dernier = -1;

    /// <param name="part">0 to 1.</param>
    public void Avancer(double part)
    {
        var pourCent = (int)(Math.Clamp(part, 0, 1) * 100);
        if (pourCent == _dernier || (!_terminal && pourCent / 10 == _dernier / 10 && _dernier >= 0))
        {
            return;
        }

        _dernier = pourCent;
        if (_terminal)
        {
            Console.Error.Write($"\r{titre} [{new string('█', pourCent / 4)}{new string('░', 25 - (pourCent / 4))}] {pourCent,3} %");
        }
        else
        {
            Console.Error.WriteLine($"{titre} : {pourCent} %");
        }
    }

    public void Finir()
    {
        if (_terminal && _dernier >= 0)
        {
            Console.Error.WriteLine();
        }
    }
}
