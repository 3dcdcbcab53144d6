using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Emargement;

/// <summary>What signing and correcting a line share: a first name or none, a drawing, or « je suis là » for who doesn't draw.</summary>
[TextesRegardes(nameof(Prenom), nameof(Trace))]
internal abstract class PageDeSignature(RegistresDAteliers registres, Demandeur demandeur) : PageDeRegistre(registres, demandeur)
{
    [BindProperty]
    public string? Prenom { get; set; }

    /// <summary>The drawing, as <see cref="TraceDeSignature"/> writes it; filled by the script.</summary>
    [BindProperty]
    public string? Trace { get; set; }

    /// <summary>Ticked instead of drawing.</summary>
    [BindProperty]
    public bool Present { get; set; }

    /// <summary>Reads what was given; the drawing goes before the tick.</summary>
    protected Resultat<SignatureDonnee> Lire()
    {
        ModelState.Clear();
        var erreurs = new List<Erreur>();
        var prenom = VerificationDeRegistre.Prenom(Prenom);
        erreurs.AddRange(prenom.Erreurs);
        TraceDeSignature? trace = null;
        if (!string.IsNullOrEmpty(Trace))
        {
            var lue = TraceDeSignature.Lire(Trace);
            erreurs.AddRange(lue.Erreurs);
            if (lue.Reussi)
            {
                trace = lue.Valeur;
            }
            else
            {
                // It isn't drawn again: the frame is empty, as the sentence says.
                Trace = null;
            }
        }
        else if (!Present)
        {
            erreurs.Add(ErreursRegistres.SignatureOuPresence);
        }

        return erreurs.Count > 0 ? Resultat<SignatureDonnee>.Echec(erreurs) : new SignatureDonnee(prenom.Valeur, trace);
    }
}
