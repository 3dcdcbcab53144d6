using System.Text.Json;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Accompagnement.Ressources;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Coquille;

/// <summary>
/// The shell that devices keep: the forms of the day, by the same components and words as the pages with network, and nothing of anybody. The one page that
/// can't work without script: it says so, and gives the ordinary address.
/// </summary>
internal sealed class IndexModel(VersionHorsLigne version) : PageModel
{
    /// <summary>Why a device keeps nothing any more.</summary>
    public static IReadOnlyList<string> Pourquoi { get; } = ["revoque", "code", "demande"];

    public static string Mots { get; } = JsonSerializer.Serialize(MotsHorsLigne.Du("Js."), Data.EnJson.Options);

    // The sentences of the server, said before anything is sent.
    public static string Fautes { get; } = JsonSerializer.Serialize(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["F.Thematiques"] = ErreursActivites.ThematiqueManque.Message,
            ["F.Thematiques.trop"] = ErreursActivites.TropDeThematiques.Message,
            ["F.Posture"] = ErreursActivites.PostureManque.Message,
            ["F.Duree"] = ErreursActivites.DureeManque.Message,
            ["F.TypeDeLieu"] = ErreursActivites.LieuManque.Message,
            ["F.Lieu"] = ErreursActivites.LieuInconnu.Message,
            ["F.CodeCommune"] = ErreursActivites.CommuneInconnue.Message,
            ["F.Date"] = ErreursActivites.DateManque.Message,
            ["F.Date.futur"] = ErreursActivites.DateFuture.Message,
            ["F.Total"] = ErreursActivites.Participants.Message,
            ["R.Prenom"] = ErreursAgenda.Prenom.Message,
            ["R.Date"] = ErreursAgenda.Date.Message,
            ["R.De"] = ErreursAgenda.Heures.Message,
            ["R.Duree"] = ErreursAgenda.Duree.Message,
            ["R.Lieu"] = ErreursAgenda.Lieu.Message,
        },
        Data.EnJson.Options);

    public FormulaireDActivite F { get; } = new();

    public RendezVousSansReseau R { get; } = new();

    public string Version => version.Nom;

    public void OnGet()
    {
        ModelState.Clear();
        Response.Headers.CacheControl = "no-cache";
    }
}

/// <summary>The fields of an appointment, for the shell: it reads them itself.</summary>
internal sealed class RendezVousSansReseau
{
    public string? Personne { get; set; }
    public string? Prenom { get; set; }
    public string? Telephone { get; set; }
    public bool Sms { get; set; }
    public string? Besoin { get; set; }
    public string? Creneau { get; set; }
    public DateOnly? Date { get; set; }
    public string? De { get; set; }
    public int? Duree { get; set; }
    public string? Lieu { get; set; }
}
