using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Postgres;

namespace FaireAvec.Kernel.Securite;

/// <summary>Changes the operator's key: everything that the one before closes is closed again with the new one. May be cut and begun again.</summary>
public sealed class RotationDesCles
{
    private readonly Base _donnees;
    private readonly ClesEnBase _cles;
    private readonly Lazy<CleOperateur> _operateur;

    internal RotationDesCles(Base donnees, ClesEnBase cles, Lazy<CleOperateur> operateur) => (_donnees, _cles, _operateur) = (donnees, cles, operateur);

    /// <summary>The numbers of keys closed again: of Data Protection, of people. Throws <see cref="ErreurDeDemarrage"/> with a sentence.</summary>
    public async Task<(int Protection, int Personnes)> TournerAsync(CancellationToken annulation)
    {
        var options = _donnees.Options;
        if (options.Embarque)
        {
            if (_donnees.Rejointe)
            {
                throw new ErreurDeDemarrage("Un serveur utilise cette base : il garde l’ancienne clé en mémoire. Arrêtez-le, puis relancez la commande.");
            }

            // Before the key is asked for: from here on the new one closes and both open, even if this stops here.
            CleOperateur.Remplacer(options);
        }

        if (!_operateur.Value.Protege)
        {
            throw new ErreurDeDemarrage("Aucune clé d’opérateur : donnez la nouvelle par Cles__Operateur ou Cles__Fichier, et l’ancienne, s’il y en a une, par Cles__Ancienne ou Cles__AncienFichier.");
        }

        var fait = await _cles.TournerAsync(annulation);
        if (options.Embarque)
        {
            CleOperateur.OublierLAncienne(options);
        }

        return fait;
    }
}
