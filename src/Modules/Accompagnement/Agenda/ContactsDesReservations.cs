using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Closes who comes, and opens it again: the same closing as for people helped, each row by its own key.</summary>
internal sealed class ContactsDesReservations(ClesDesPersonnes cles, AppellationsDesPersonnes appellations)
{
    public async Task FermerAsync(Reservation r, QuiVient qui, CancellationToken annulation)
    {
        var (telephone, courriel) = (await cles.FermerAsync(r.Id, ClesDesPersonnes.Telephone, qui.Telephone, annulation), await cles.FermerAsync(r.Id, ClesDesPersonnes.Courriel, qui.Courriel, annulation));
        r.PrenomFerme = (await cles.FermerAsync(r.Id, "prenom", qui.Prenom, annulation))?.Ferme;
        (r.TelephoneFerme, r.EmpreinteDuTelephone) = (telephone?.Ferme, telephone?.Empreinte);
        (r.CourrielFerme, r.EmpreinteDuCourriel) = (courriel?.Ferme, courriel?.Empreinte);
        (r.AccordSms, r.Besoin, r.Interprete, r.Amenagements) = (qui.Sms && qui.Telephone is not null, qui.Besoin, qui.Interprete, qui.Amenagements);
    }

    /// <summary>Closed again for the appointment that takes the place of another one.</summary>
    public void Reprendre(Reservation nouvelle, Reservation ancienne)
    {
        byte[]? Refermer(byte[]? ferme) => ferme is null ? null : cles.Refermer(ancienne.Id, nouvelle.Id, ferme);
        (nouvelle.PrenomFerme, nouvelle.TelephoneFerme, nouvelle.CourrielFerme) = (Refermer(ancienne.PrenomFerme), Refermer(ancienne.TelephoneFerme), Refermer(ancienne.CourrielFerme));
        (nouvelle.EmpreinteDuTelephone, nouvelle.EmpreinteDuCourriel, nouvelle.EmpreinteDeLAdresse) = (ancienne.EmpreinteDuTelephone, ancienne.EmpreinteDuCourriel, ancienne.EmpreinteDeLAdresse);
        (nouvelle.Personne, nouvelle.AccordSms, nouvelle.CourrielVerifieLe) = (ancienne.Personne, ancienne.AccordSms, ancienne.CourrielVerifieLe);
        (nouvelle.Besoin, nouvelle.Interprete, nouvelle.Amenagements) = (ancienne.Besoin, ancienne.Interprete, [.. ancienne.Amenagements]);
        nouvelle.TenueJusqua = ancienne.TenueJusqua;
    }

    public string? Prenom(Reservation r) => cles.Ouvrir(r.Id, r.PrenomFerme);

    /// <summary>The number made comparable, or null.</summary>
    public string? Telephone(Reservation r) => cles.Ouvrir(r.Id, r.TelephoneFerme);

    public string? TelephonePresente(Reservation r) => Telephone(r) is { } t ? Telephones.Presenter(t) : null;

    public string? Courriel(Reservation r) => cles.Ouvrir(r.Id, r.CourrielFerme);

    /// <summary>The address that the person proved; null: nothing but the request to prove it goes there.</summary>
    public string? CourrielProuve(Reservation r) => r.CourrielVerifieLe is null ? null : Courriel(r);

    /// <summary>The mobile to which they agreed to SMS, or null.</summary>
    public NumeroDeMobile? MobileAccorde(Reservation r) => r.AccordSms ? NumeroDeMobile.Lire(Telephone(r)) : null;

    /// <summary>What the médiateur calls those who come: the name that they gave, else the one of the person followed.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NommerAsync(IEnumerable<Reservation> reservations, CancellationToken annulation)
    {
        var lues = reservations.ToList();
        var personnes = lues.Select(r => r.Personne).OfType<Guid>().Distinct().ToList();
        var noms = personnes.Count == 0 ? new Dictionary<Guid, string>() : await appellations.LireAsync(personnes, annulation);
        return lues.ToDictionary(r => r.Id, r => Prenom(r) ?? (r.Personne is { } p ? noms.GetValueOrDefault(p) ?? MotsAgenda.T("Qui.Carte") : MotsAgenda.T(r.EffaceeLe is null ? "Qui.SansNom" : "Qui.Efface")));
    }
}
