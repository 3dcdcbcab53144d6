namespace FaireAvec.Kernel.Demarrage;

/// <summary>How far the start has come: the database open, migrations applied, shipped data loaded. Until then the site and <c>/sante</c> answer 503.</summary>
public sealed class EtatDemarrage
{
    private readonly TaskCompletionSource _pret = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is being done, in French, for people who wait.</summary>
    public string Etape { get; private set; } = "Démarrage";

    /// <summary>True once everything is in.</summary>
    public bool Pret => _pret.Task.IsCompletedSuccessfully;

    /// <summary>Tells what is being done.</summary>
    public void Annoncer(string etape) => Etape = etape;

    /// <summary>Hears the steps that take time, for a person in front of a terminal. Set before the start.</summary>
    public Action<string>? Recit { get; set; }

    /// <summary>Tells what is being done, to those who wait and to the terminal.</summary>
    public void Raconter(string etape)
    {
        Annoncer(etape);
        Recit?.Invoke(etape);
    }

    /// <summary>Everything is in.</summary>
    public void Finir()
    {
        Etape = "Prêt";
        _pret.TrySetResult();
    }

    /// <summary>Waits for <see cref="Finir"/>. False when the product stops before: nothing is wrong then, and nothing is to be thrown.</summary>
    public async Task<bool> PretAsync(CancellationToken annulation)
    {
        try
        {
            await _pret.Task.WaitAsync(annulation);
            return true;
        }
        catch (OperationCanceledException) when (annulation.IsCancellationRequested)
        {
            return false;
        }
    }
}
